import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { passConsent } from './pass-consent.ts'
import type { SandboxPhone } from './phone.ts'
import { returnToken } from './return-token.ts'

/** A checkpoint as Connect Account's client reports it: `intent.step`. */
export type AskedCheckpoint =
  | { readonly type: 'otp' | 'otp_or_in_app' | 'phone' | 'loading' | 'unsupported' }
  | { readonly type: 'in_app'; readonly show?: { readonly value: string } }
  | { readonly type: 'show'; readonly show: { readonly value: string } }
  | { readonly type: 'two_factor'; readonly platform: 'sms' | 'app' | 'whatsapp' }
  | { readonly type: 'captcha'; readonly data: string | null }
  | { readonly type: 'contract' | 'challenge'; readonly options: readonly { readonly id: string }[] }
  | { readonly type: 'qr'; readonly qrcode: string }
  | { readonly type: 'consent'; readonly url: string }

/**
 * Does what a user with this phone does at a checkpoint: reads the code, approves the sign-in, enters what is shown, scans the QR
 * code, solves the captcha, picks the first option, or allows access on the consent page.
 * @returns the right answer to submit: for a `challenge` the id to request, for a `consent` the token that confirms
 * the return. `undefined` if there is nothing to submit, because the checkpoint is passed on the phone or by
 * waiting, or the consent failed.
 * @throws Error for a checkpoint of an unknown type.
 */
export async function answerCheckpoint(
  checkpoint: AskedCheckpoint,
  { phone, signInName }: { readonly phone: SandboxPhone; readonly signInName: string },
): Promise<string | undefined> {
  switch (checkpoint.type) {
    case 'otp':
    case 'otp_or_in_app':
      return phone.code(signInName)
    case 'two_factor':
      // A two-step password looks like this too; the sandbox accepts any text for it.
      return checkpoint.platform === 'app' ? phone.totp(signInName) : phone.code(signInName)
    case 'phone':
      return '+33612345678'
    case 'captcha':
      return solveCaptcha(checkpoint.data)
    case 'contract':
    case 'challenge':
      return firstOption(checkpoint)
    case 'show': {
      const { approvals } = await phone.look(signInName)
      // A pairing code is entered by the person with the phone; a shown value passes an approval.
      if (approvals.length === 0) await phone.scan(checkpoint.show.value, signInName)
      else await phone.approve(signInName, checkpoint.show.value)
      return undefined
    }
    case 'in_app':
      await phone.approve(signInName, checkpoint.show?.value)
      return undefined
    case 'qr':
      await phone.scan(checkpoint.qrcode, signInName)
      return undefined
    case 'consent':
      return returnToken(await passConsent(checkpoint.url, signInName))
    case 'loading':
      return undefined
    case 'unsupported':
      throw new Error('A checkpoint of an unknown type cannot be answered. Cancel the intent.')
  }
}

function firstOption({ type, options }: Extract<AskedCheckpoint, { options: unknown }>): string {
  const [first] = options
  if (!first) throw new Error(`The checkpoint ${type} has no options.`)
  return first.id
}

/** Finds the hidden number of a proof of work (ALTCHA), as the captcha's widget does. */
async function solveCaptcha(data: string | null): Promise<string> {
  if (data === null) throw new Error('The captcha has no challenge.')
  const challenge = JSON.parse(data)
  const solution = await solveChallenge({ challenge, deriveKey })
  return btoa(JSON.stringify({ challenge, solution }))
}
