import { ConnectError } from '@connect-account/core/errors'
import { failedStep } from '../intents/model/failed-step.ts'
import { randomId } from '../intents/model/random-id.ts'
import { ANY_PROVIDER, WIZARD_METHOD } from '../intents/model/wizard.ts'
import type { AccountRecord } from '../store/account-store.ts'
import type { NewLink } from '../store/link-store.ts'
import { wizardMethodsOf } from '../upstream/wizard-methods.ts'
import type { LinkContext } from './link-context.ts'

/**
 * The path to which Unipile's wizard returns the user, followed by the intent's `state`. API v1 reports the
 * account there too, followed by a signed state that no browser ever sees.
 */
export const WIZARD_PATH = '/links/wizard'

/**
 * A link to Unipile's own hosted wizard. Its intent waits for the signed webhook with its `state`, which
 * links the account, as after a consent page. The query of the wizard's return proves nothing.
 * @returns the wizard's address.
 */
export async function openWizard(
  { intentStore, upstream, addresses, wizardStates, now }: LinkContext,
  link: NewLink,
  account: AccountRecord | undefined,
): Promise<string> {
  const { userId, options, createdAt, expiresAt } = link
  const { providers, methods, loginHint } = options
  const [only, ...others] = providers ?? []
  const { intent } = await intentStore.add({
    id: randomId(),
    userId,
    provider: only !== undefined && others.length === 0 ? only : ANY_PROVIDER,
    method: WIZARD_METHOD,
    mode: account ? 'relink' : 'link',
    ...(account ? { relinkAccount: account.id } : {}),
    idempotencyKey: randomId(),
    linkId: link.id,
    state: randomId(),
    step: { type: 'loading', id: randomId() },
    createdAt,
    expiresAt,
  })
  try {
    return await upstream.createWizardLink({
      ...(providers ? { providers } : {}),
      ...(account ? { accountId: account.accountId } : {}),
      expiresOn: expiresAt,
      redirectUri: addresses.ours(`${WIZARD_PATH}/${intent.state}`),
      state: intent.state,
      notifyUrl: addresses.ours(
        `${WIZARD_PATH}/${await wizardStates.sign({ intentId: intent.id, userId }, expiresAt)}`,
      ),
      ...(methods ? { allowMethods: wizardMethodsOf(methods) } : {}),
      ...(loginHint ? { loginHint } : {}),
    })
  } catch (error) {
    const refusal = error instanceof ConnectError ? error : new ConnectError('internal_error')
    await intentStore.advance(intent.id, new Date(now()), async () => ({ step: failedStep(refusal) }))
    throw error
  }
}
