import { ConnectError } from '@connect-account/core/errors'
import type { Provider, Secret, UserProxy } from '@connect-account/core/protocol'
import { isPublicHost } from '../../mail-discovery/index.ts'
import type { AllowUserProxy } from '../../upstream/proxy-policy.ts'
import type { IntentContext } from '../model/intent-context.ts'

/** The methods that sign in for the user, and so can go through a proxy. At a consent page the user's own browser signs in. */
const methods: readonly string[] = ['credentials', 'cookies', 'password', 'manual', 'qr']

interface Question {
  /** The host's own id of its user. */
  readonly userId: string
  /** The provider's id in the catalogue. */
  readonly provider: string
}

/** Whether the host lets this user name a proxy for a start by this method. */
function allows(allow: AllowUserProxy, question: Question, method: string): boolean {
  if (!methods.includes(method)) return false
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
      allows(allow, { userId, provider: provider.id }, method.id) ? { ...method, userProxy: true } : method,
    ),
  }))
}

/**
 * Refuses a proxy where the host does not allow one, and one that is not on the open internet: a name that leads into a
 * private network is nobody's to try. Neither the refusal nor a log holds anything of it.
 * @throws ConnectError `invalid_request` that names the field.
 */
export async function checkUserProxy(
  { allowUserProxy, timings }: Pick<IntentContext, 'allowUserProxy' | 'timings'>,
  proxy: Secret<UserProxy>,
  { userId, provider, method }: Question & { readonly method: string },
): Promise<void> {
  if (!allows(allowUserProxy, { userId, provider }, method)) throw refusal('proxy', 'is not allowed here')
  const { host } = proxy.reveal()
  const isPublic = await isPublicHost(host, { timeoutMs: timings.mailLookupMs, allowPrivateAddresses: false })
  if (!isPublic) throw refusal('proxy.host', 'is not a host on the open internet')
}

function refusal(name: string, message: string): ConnectError {
  return new ConnectError('invalid_request', { fields: [{ name, message }] })
}
