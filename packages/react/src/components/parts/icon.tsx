import type { IconShape } from './icons.ts'

/** A line icon in the color of the text around it; decoration beside words. */
export function Icon({ shape }: { shape: IconShape }) {
  return (
    <svg data-ca="icon" data-icon={shape.name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shape.path} />
    </svg>
  )
}
