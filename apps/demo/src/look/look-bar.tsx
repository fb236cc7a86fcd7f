import type { Look } from './look.ts'

interface LookBarProps {
  readonly look: Look
  readonly onChange: (look: Look) => void
}

const choices = [
  {
    name: 'theme',
    label: 'Theme',
    options: { '': 'Default', soft: 'Soft', sharp: 'Sharp', compact: 'Compact', warm: 'Warm' },
  },
  {
    name: 'scheme',
    label: 'Colors',
    options: { '': 'As your system', light: 'Light', dark: 'Dark' },
  },
  {
    name: 'language',
    label: 'Flow language',
    options: {
      '': 'English',
      fr: 'Français',
      de: 'Deutsch',
      es: 'Español',
      'pt-BR': 'Português',
      it: 'Italiano',
      nl: 'Nederlands',
      ja: '日本語',
      'zh-CN': '简体中文',
      ar: 'العربية',
      he: 'עברית',
    },
  },
  {
    name: 'direction',
    label: 'Page direction',
    options: { '': 'Left to right', rtl: 'Right to left' },
  },
] as const

/** How everything of the kit looks on this page. */
export function LookBar({ look, onChange }: LookBarProps) {
  return (
    <fieldset className="look">
      <legend>Look</legend>
      {choices.map(({ name, label, options }) => (
        <label key={name}>
          {label}
          <select value={look[name]} onChange={(event) => onChange({ ...look, [name]: event.target.value })}>
            {Object.entries(options).map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}
