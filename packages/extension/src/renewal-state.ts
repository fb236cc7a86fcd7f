import * as v from 'valibot'
import type { ExtensionBrowser } from './browser.ts'

/** After as many refusals in a row nothing is tried until the user asks for it. */
export const MAX_REFUSALS = 3

const stateSchema = v.object({
  /**
   * - `off`: the user has not agreed, or the account is no longer linked. Nothing is read or sent.
   * - `connected`: the account was running when it was last looked at.
   * - `linkedin_signed_out`: the account waits for a session, and nobody is signed in to LinkedIn here.
   * - `app_signed_out`: the host's backend knows no user of this browser.
   * - `unreachable`: the backend could not be reached; tried again later.
   * - `refused`: LinkedIn refused the last session; tried again later.
   * - `stopped`: LinkedIn refused `MAX_REFUSALS` sessions in a row.
   */
  status: v.picklist([
    'off',
    'connected',
    'linkedin_signed_out',
    'app_signed_out',
    'unreachable',
    'refused',
    'stopped',
  ]),
  /** The linked account's id at the host. */
  accountId: v.exactOptional(v.string()),
  /** How many sessions LinkedIn has refused in a row. */
  refusals: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Why, as an error code or the type of an outcome; `needs_user` if LinkedIn asked for a code or the like. */
  reason: v.exactOptional(v.string()),
  /** When it was last looked at (ISO 8601). */
  checkedAt: v.exactOptional(v.string()),
})

/** What the extension knows between two checks. Holds no cookie and no token. */
export type RenewalState = v.InferOutput<typeof stateSchema>

export const OFF: RenewalState = { status: 'off', refusals: 0 }

const KEY = 'connect-account'

/** Reads the stored state. One that this version cannot read counts as `off`. */
export async function readState({ storage }: Pick<ExtensionBrowser, 'storage'>): Promise<RenewalState> {
  const { [KEY]: stored } = await storage.local.get(KEY)
  const read = v.safeParse(stateSchema, stored)
  return read.success ? read.output : OFF
}

export async function writeState(
  { storage }: Pick<ExtensionBrowser, 'storage'>,
  state: RenewalState,
): Promise<void> {
  await storage.local.set({ [KEY]: state })
}
