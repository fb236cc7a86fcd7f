import { Icon } from './icon.tsx'
import type { IconShape } from './icons.ts'

/** A round mark that tells the mood of a screen at a glance; the words beside it say the same. */
export function StepMark({ icon, tone }: { icon: IconShape; tone: 'neutral' | 'success' | 'warning' }) {
  return (
    <span data-ca="mark" data-tone={tone}>
      <Icon shape={icon} />
    </span>
  )
}
