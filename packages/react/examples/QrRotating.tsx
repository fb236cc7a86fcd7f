import type { CheckpointOf } from '@connect-account/core'
import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { useEffect, useState } from 'react'
import { inSeconds } from './script.ts'

/** A new QR code every four seconds. */
export function QrRotating() {
  const [transport] = useState(() =>
    scriptedTransport({ intent: sampleIntent(code(1), { provider: 'whatsapp', method: 'qr' }) }),
  )
  useEffect(() => {
    let round = 1
    const timer = setInterval(() => transport.push(code(++round)), 4000)
    return () => clearInterval(timer)
  }, [transport])

  return <ConnectAccount transport={transport} intentId="intent-1" memory={null} />
}

function code(round: number): CheckpointOf<'qr'> {
  return {
    type: 'qr',
    id: 'code',
    qrcode: `https://example.com/link#${round}-4f7d2c90a1b35e68`,
    shownAt: inSeconds(0),
    expiresAt: inSeconds(4),
    round,
  }
}
