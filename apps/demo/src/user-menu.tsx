interface UserMenuProps {
  readonly user: string
  readonly onSwitch: (user: string) => void
}

const users = ['anna', 'ben', 'chloe']

/** Replaces the sign-in of a real product. Each user has their own accounts. */
export function UserMenu({ user, onSwitch }: UserMenuProps) {
  const all = users.includes(user) ? users : [user, ...users]
  return (
    <label className="user">
      Signed in as{' '}
      <select value={user} onChange={(event) => onSwitch(event.target.value)}>
        {all.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}
