import { Icon } from './icon.tsx'
import type { IconShape } from './icons.ts'

/** A round icon that shows success or a problem at a glance. The heading says the same. */
export function StepMark({ icon, tone }: { icon: IconShape; tone: 'neutral' | 'success' | 'warning' }) {
  return (
    <span data-ca="mark" data-tone={tone}>
      <Icon shape={icon} />
    </span>
  )
}
