import { isDeepStrictEqual } from 'node:util'
import type { Checkpoint } from '@connect-account/core/protocol'
import type { Timings } from '../../timings.ts'
import { codeShape } from '../../upstream/code-shapes.ts'
import type { UpstreamCheckpoint } from '../../upstream/upstream.ts'
import { randomId } from './random-id.ts'

/**
 * Gives a checkpoint that the provider poses its id, its deadlines and the shape of its code. With `before`,
 * the checkpoint that was asked about, one of the same type is the same checkpoint: it is returned as it was or,
 * if a QR code was replaced, as its next round, or with what has to be shown now.
 */
export function nextCheckpoint(
  posed: UpstreamCheckpoint,
  before: Checkpoint | undefined,
  now: number,
  timings: Pick<Timings, 'qrSeconds' | 'resendSeconds'>,
  provider: string,
): Checkpoint {
  const after = (seconds: number) => new Date(now + seconds * 1000).toISOString()
  if ('qrcode' in posed) {
    const last = before && 'qrcode' in before ? before : undefined
    if (last?.qrcode === posed.qrcode) return last
    const [first, next] = timings.qrSeconds
    const { seconds = last ? next : first, ...shown } = posed
    return {
      ...shown,
      id: last?.id ?? randomId(),
      round: (last?.round ?? 0) + 1,
      shownAt: after(0),
      expiresAt: after(seconds),
    }
  }
  if (before?.type === posed.type) return withDisplay(before, posed)
  const id = randomId()
  switch (posed.type) {
    case 'in_app':
      return { ...posed, id, resendAt: after(timings.resendSeconds) }
    case 'otp':
    case 'otp_or_in_app':
      return { ...posed, ...codeShape(provider, posed), id, resendAt: after(timings.resendSeconds) }
    case 'two_factor':
      // An authenticator app computes its codes: nothing was sent.
      return posed.platform === 'app'
        ? { ...posed, ...codeShape(provider, posed), id }
        : { ...posed, ...codeShape(provider, posed), id, resendAt: after(timings.resendSeconds) }
    default:
      return { ...posed, id }
  }
}

/** `before` with what `posed` shows. If that shows nothing any more, the user may still be comparing it. */
function withDisplay(before: Checkpoint, posed: UpstreamCheckpoint): Checkpoint {
  const show = 'show' in posed ? posed.show : undefined
  if (!show || ('show' in before && isDeepStrictEqual(before.show, show))) return before
  switch (before.type) {
    case 'in_app':
    case 'otp_or_in_app':
    case 'show':
      return { ...before, show }
    default:
      return before
  }
}
