/** Reports a screen that threw while it rendered. */
export function reportScreenError(error: unknown): void {
  console.error('Connect Account: a screen threw while it rendered.', error)
}
