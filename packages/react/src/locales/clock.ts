const pad = (value: number) => String(value % 60).padStart(2, '0')

/** A countdown as `m:ss`, or as `h:mm:ss` from an hour on. */
export function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes}:${pad(seconds)}`
    : `${Math.floor(minutes / 60)}:${pad(minutes)}:${pad(seconds)}`
}
