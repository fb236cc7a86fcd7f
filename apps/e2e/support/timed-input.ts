import type { Page } from '@playwright/test'

/** Milliseconds between the press and the release of a button or key. */
const HELD_MS = 20

/**
 * Returns a mouse and a keyboard whose events carry the times of a gesture, so that a double click stays one
 * even if the machine is too busy to deliver it in time.
 */
export async function timedInput(page: Page) {
  const client = await page.context().newCDPSession(page)

  async function click(place: { x: number; y: number }, clickCount: number, at: number) {
    const event = { ...place, button: 'left', clickCount } as const
    await client.send('Input.dispatchMouseEvent', {
      ...event,
      type: 'mouseMoved',
      button: 'none',
      timestamp: at,
    })
    await client.send('Input.dispatchMouseEvent', { ...event, type: 'mousePressed', timestamp: at })
    const released = at + HELD_MS / 1000
    await client.send('Input.dispatchMouseEvent', { ...event, type: 'mouseReleased', timestamp: released })
  }

  return {
    /** Clicks at `place`, then again after each of `pauses`, in milliseconds. */
    async clicks(place: { x: number; y: number }, pauses: readonly { ms: number; isDouble?: boolean }[]) {
      let at = Date.now() / 1000
      await click(place, 1, at)
      for (const { ms, isDouble } of pauses) {
        // The page goes on between two clicks, as it does for a person.
        await page.evaluate((pause) => new Promise((resolve) => setTimeout(resolve, pause)), ms)
        at += ms / 1000
        await click(place, isDouble ? 2 : 1, at)
      }
    },

    /** Holds Enter until it repeats, then presses it again. */
    async holdEnter() {
      const at = Date.now() / 1000
      const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
      const pressed = { ...enter, type: 'keyDown', text: '\r' } as const
      await client.send('Input.dispatchKeyEvent', { ...pressed, timestamp: at })
      await client.send('Input.dispatchKeyEvent', { ...pressed, autoRepeat: true, timestamp: at + 0.1 })
      await client.send('Input.dispatchKeyEvent', { ...enter, type: 'keyUp', timestamp: at + 0.12 })
      await client.send('Input.dispatchKeyEvent', { ...pressed, timestamp: at + 0.3 })
      await client.send('Input.dispatchKeyEvent', { ...enter, type: 'keyUp', timestamp: at + 0.32 })
    },
  }
}
