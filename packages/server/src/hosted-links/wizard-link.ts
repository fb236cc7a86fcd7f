import { providerCatalogue } from '@connect-account/core/catalogue'
import { ConnectError } from '@connect-account/core/errors'
import { failedStep } from '../intents/model/failed-step.ts'
import { isRandomId, randomId } from '../intents/model/random-id.ts'
import { ANY_PROVIDER, isWizardIntent, WIZARD_METHOD } from '../intents/model/wizard.ts'
import { wizardProof } from '../intents/settling/wizard-return.ts'
import type { LinkOptions } from '../store/link-options.ts'
import type { ProviderOptions } from '../upstream/provider-options.ts'
import { wizardMethodsOf } from '../upstream/wizard-methods.ts'
import type { LinkContext } from './link-context.ts'
import { browserHash } from './link-token.ts'
import { findOpenLink } from './open-link.ts'

/**
 * The path to which Unipile's wizard returns the user, followed by the intent's `state`. API v1 reports the
 * account there too, followed by a signed state that no browser ever sees.
 */
export const WIZARD_PATH = '/links/wizard'

/**
 * Opens a link to Unipile's own hosted wizard in the first browser that continues with it, or in any if the host says
 * so (`bindToBrowser`). The intent waits for
 * the signed webhook with its `state`, and for this browser to come back: the wizard's address alone, sent to
 * somebody else, links nothing. The query of the wizard's return proves nothing.
 * @returns the wizard's address.
 * @throws ConnectError like `findOpenLink`, `link_in_use`, or what Unipile refuses.
 */
export async function openWizard(
  context: LinkContext,
  { token, browser }: { readonly token: string; readonly browser: string },
): Promise<string> {
  const { intentStore, upstream, accounts, addresses, wizardStates, now } = context
  const link = await findOpenLink(context, token, 'wizard')
  const at = new Date(now())
  await takeLink(context, link.id, browserHash(link.id, browser), at)
  const { userId, options, relinkAccount, expiresAt } = link
  const account = relinkAccount ? await accounts.find(userId, relinkAccount) : undefined
  const { providers, methods, loginHint, proxy } = options
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
    createdAt: at,
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
      ...(proxy ? { proxy: { auto: proxy } } : {}),
      options: wizardOptions(options),
    })
  } catch (error) {
    const refusal = error instanceof ConnectError ? error : new ConnectError('internal_error')
    await intentStore.advance(intent.id, new Date(now()), async () => ({ step: failedStep(refusal) }))
    throw error
  }
}

/**
 * The browser that continues is the one that has to come back.
 * @throws ConnectError `link_in_use` if the link belongs to another browser.
 */
async function takeLink({ links, page }: LinkContext, id: string, browser: string, at: Date): Promise<void> {
  if (await links.bind(id, browser, at)) return
  if (page?.bindToBrowser !== false) throw new ConnectError('link_in_use')
  await links.rebind(id, browser)
}

/** A link's scopes are for every provider with a consent page. */
function wizardOptions({ scopes, options = {} }: LinkOptions): Record<string, ProviderOptions> {
  if (!scopes) return options
  const byConsent = providerCatalogue.filter(({ methods }) => methods.some(({ kind }) => kind === 'consent'))
  return { ...options, ...Object.fromEntries(byConsent.map(({ id }) => [id, { scopes, ...options[id] }])) }
}

/**
 * Confirms the return from a wizard, by what the browser keeps that opened its link, and by what the page of the
 * return gave to the browser that came back.
 * @throws ConnectError `not_found`, `return_invalid`, `return_used` or `return_expired`.
 */
export async function confirmWizard(
  { intentStore, intents }: LinkContext,
  state: string,
  { browser, token }: { readonly browser: string; readonly token: string },
): Promise<void> {
  const intent = isRandomId(state) ? await intentStore.findByState(state) : undefined
  if (!intent?.linkId || !isWizardIntent(intent)) throw new ConnectError('not_found')
  await intents.confirmWizardReturn(intent, wizardProof(browserHash(intent.linkId, browser), token))
}
