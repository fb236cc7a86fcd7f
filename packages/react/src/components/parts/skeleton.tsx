/** The shape of a screen to come; it keeps the card's height and takes no focus. */
export function Skeleton() {
  return (
    <div data-ca="skeleton" aria-hidden="true">
      <i data-ca="skeleton-line" />
      <i data-ca="skeleton-line" />
      <i data-ca="skeleton-line" />
    </div>
  )
}
