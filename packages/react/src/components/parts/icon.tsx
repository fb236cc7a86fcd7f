import type { IconShape } from './icons.ts'

/** A decorative line icon in the color of its text. */
export function Icon({ shape }: { shape: IconShape }) {
  return (
    <svg data-ca="icon" data-icon={shape.name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shape.path} />
    </svg>
  )
}
