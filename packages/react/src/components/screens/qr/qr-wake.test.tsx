import { type Intent, readIntent } from '@connect-account/core/protocol'
import { sampleIntent, sampleProvider } from '@connect-account/core/testing'
import { render, screen, waitFor } from '@testing-library/react'
import { QRCodeSVG } from 'qrcode.react'
import { afterEach, expect, it, vi } from 'vitest'
import { ConnectAccount } from '../../flow/connect-account.tsx'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const SECOND = 1000
const start = Date.parse('2026-01-15T09:30:00Z')

/** The server's intent `seconds` after the start: a first code for a minute, then one every 20 seconds. */
function intentAt(seconds: number): Intent {
  const round = seconds < 60 ? 1 : 2 + Math.floor((seconds - 60) / 20)
  const shownAt = start + (round === 1 ? 0 : 60 + (round - 2) * 20) * SECOND
  const expiresAt = shownAt + (round === 1 ? 60 : 20) * SECOND
  const step = {
    type: 'qr' as const,
    id: 'code',
    qrcode: `code of round ${round}`,
    shownAt: new Date(shownAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    round,
  }
  const now = start + seconds * SECOND
  return readIntent(
    sampleIntent(step, { provider: 'whatsapp', method: 'qr', revision: round, id: 'scan' }, now),
  )
}

/** The path of the rendered code. */
function drawn(container: Element): string | null | undefined {
  return container.querySelector('[data-ca="qr-code"]')?.innerHTML
}

function drawing(qrcode: string) {
  const { container, unmount } = render(
    <QRCodeSVG
      data-ca="qr-code"
      value={qrcode}
      marginSize={4}
      bgColor="#fff"
      fgColor="#000"
      title="QR code"
    />,
  )
  const code = drawn(container)
  unmount()
  return code
}

it("shows the server's current code when a tab wakes up that slept through two codes", async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  const json = (body: unknown) => Response.json(body)
  const seconds = () => Math.floor((Date.now() - start) / SECOND)
  const asked: string[] = []
  // The streams are open but dead, as in a tab that was suspended.
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    if (url.endsWith('/providers')) return json({ providers: [sampleProvider('whatsapp')] })
    if (!url.endsWith('/events')) return json(intentAt(seconds()))
    const isAwake = seconds() > 0
    return new Response(
      new ReadableStream({
        start(controller) {
          const event = `data: ${JSON.stringify(intentAt(seconds()))}\n\n`
          if (isAwake) controller.enqueue(new TextEncoder().encode(event))
        },
      }),
      { headers: { 'content-type': 'text/event-stream' } },
    )
  })
  const { container } = render(
    <ConnectAccount session="token" baseUrl="http://host.test/connect" intentId="scan" memory={null} />,
  )
  await screen.findByText('New code in 1:00')
  await waitFor(() => expect(asked.some((url) => url.endsWith('/events'))).toBe(true))
  expect(drawn(container)).toBe(drawing('code of round 1'))

  // Rendered before the wait: each rendering mutates the page, so `waitFor` would check again forever.
  const third = drawing('code of round 3')
  vi.setSystemTime(start + 90 * SECOND)
  document.dispatchEvent(new Event('visibilitychange'))
  await waitFor(() => expect(drawn(container)).toBe(third))
  expect(screen.getByText('New code in 0:10')).toBeVisible()
  expect(container.querySelector('[data-stale]')).toBeNull()
})
