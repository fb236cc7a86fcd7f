import type { Intent, Step } from '@connect-account/core'
import { sampleAccount, sampleIntent, type TransportScript } from '@connect-account/core/testing'

/** An ISO timestamp this many seconds from now. Negative means in the past. */
export function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString()
}

/** A server whose intent is at `step`. The code 000000 is wrong; any other answer links the account. */
export function scriptAt(step: Step, intent: Partial<Intent> = {}): TransportScript {
  return {
    intent: sampleIntent(step, intent),
    solve: (answer) =>
      answer === '000000'
        ? { ...step, error: { code: 'invalid_code' } }
        : {
            type: 'linked',
            account: { ...sampleAccount, provider: intent.provider ?? sampleAccount.provider },
          },
    resend: () => ('resendAt' in step ? { ...step, resendAt: inSeconds(30) } : step),
    challenge: () => ({
      type: 'challenge',
      id: 'another-way',
      options: [
        { id: 'sms', label: 'Text message', description: 'To the number that ends in 42' },
        { id: 'email', label: 'Email', description: 'To a•••@example.com' },
      ],
    }),
  }
}
