/** Red, green and blue, 0 to 255. */
type Channels = readonly [number, number, number]

/** At this luminance, black and white have the same contrast (WCAG 2.2, "contrast ratio"). */
const MIDDLE = 0.179
/** From this luminance on, the contrast to the kit's dark surface is at least 5:1. */
const LIGHT_ENOUGH = 0.25

/** Returns black or white, whichever has more contrast to `color` (`#rgb` or `#rrggbb`): at least 4.5:1. */
export function inkOn(color: string): '#000' | '#fff' {
  return luminance(channelsOf(color)) > MIDDLE ? '#000' : '#fff'
}

/** Returns `color`, lightened until it is readable on a dark surface. */
export function readableOnDark(color: string): string {
  let channels = channelsOf(color)
  while (luminance(channels) < LIGHT_ENOUGH) {
    const [red, green, blue] = channels
    channels = [lighter(red), lighter(green), lighter(blue)]
  }
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function lighter(channel: number): number {
  return Math.ceil(channel + (255 - channel) * 0.1)
}

function channelsOf(color: string): Channels {
  const digits = color.length === 4 ? color.replace(/[^#]/g, '$&$&') : color
  const channel = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16)
  return [channel(1), channel(3), channel(5)]
}

/** WCAG 2.2, "relative luminance". */
function luminance([red, green, blue]: Channels): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
