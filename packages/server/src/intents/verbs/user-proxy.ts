import { ConnectError, type FieldErrorCode } from '@connect-account/core/errors'
import type { Method, Provider, Secret, UserProxy } from '@connect-account/core/protocol'
import { isPublicHost } from '../../mail-discovery/index.ts'
import type { AllowUserProxy } from '../../upstream/proxy-policy.ts'
import type { IntentContext } from '../model/intent-context.ts'

interface Question {
  /** The host's own id of its user. */
  readonly userId: string
  /** The provider's id in the catalogue. */
  readonly provider: string
}

/**
 * Whether a start by this method signs in for the user, and so can go through a proxy. At a consent page the
 * user's own browser signs in, and a form without fields has no sign-in.
 */
function canUseProxy(method: Method): boolean {
  return method.kind === 'form' ? method.fields.length > 0 : method.kind !== 'consent'
}

/** Whether the host lets this user name a proxy for a start by this method. */
function allows(allow: AllowUserProxy, question: Question, method: Method): boolean {
  if (!canUseProxy(method)) return false
  return typeof allow === 'function' ? allow(question) : allow
}

/** The providers, with `userProxy` on each method that takes a proxy of the user's own. */
export function withUserProxies(
  providers: readonly Provider[],
  userId: string,
  allow: AllowUserProxy,
): Provider[] {
  return providers.map((provider) => ({
    ...provider,
    methods: provider.methods.map((method) =>
      allows(allow, { userId, provider: provider.id }, method) ? { ...method, userProxy: true } : method,
    ),
  }))
}

/**
 * Refuses a proxy if the host does not allow one, and one that is not on the open internet: a name that leads
 * into a private network must never be contacted. Neither the refusal nor a log holds anything of it.
 * @throws ConnectError `invalid_request` that names the field.
 */
export async function checkUserProxy(
  { allowUserProxy, timings }: Pick<IntentContext, 'allowUserProxy' | 'timings'>,
  proxy: Secret<UserProxy>,
  { userId, provider, method }: Question & { readonly method: Method },
): Promise<void> {
  if (!allows(allowUserProxy, { userId, provider }, method)) throw refusal('proxy', 'not_allowed')
  const { host } = proxy.reveal()
  const isPublic = await isPublicHost(host, { timeoutMs: timings.mailLookupMs, allowPrivateAddresses: false })
  if (!isPublic) throw refusal('proxy.host', 'not_public')
}

function refusal(name: string, code: FieldErrorCode): ConnectError {
  return new ConnectError('invalid_request', { fields: [{ name, code }] })
}
