import { ConnectError } from '@connect-account/core/errors'
import type { Secret, UserProxy } from '@connect-account/core/protocol'
import * as v from 'valibot'
import { invalidSetting } from '../../invalid-setting.ts'
import { withTimeout } from '../../scheduler/with-timeout.ts'
import { type ProxyPolicy, type ProxyQuestion, proxyPolicySchema } from '../../upstream/proxy-policy.ts'
import type { IntentContext } from '../model/intent-context.ts'

/**
 * The proxy to use: the host's choice, else the user's own, else none. What the host returns is never logged:
 * it may hold a password.
 * @throws ConnectError `invalid_setting` if it is no policy, `proxy_failed` if it comes too late.
 */
export async function chooseProxy(
  { proxy, timings }: Pick<IntentContext, 'proxy' | 'timings'>,
  question: ProxyQuestion,
  userProxy: Secret<UserProxy> | undefined,
): Promise<ProxyPolicy | undefined> {
  const own = userProxy && { custom: userProxy.reveal() }
  if (!proxy) return own
  const chosen = await withTimeout(proxy(question), timings.upstreamTimeoutMs, () => {
    return new ConnectError('proxy_failed', { detail: 'The host did not choose a proxy in time.' })
  })
  if (chosen === undefined) return own
  const policy = v.safeParse(proxyPolicySchema, chosen)
  if (policy.success) return policy.output
  throw invalidSetting('proxy: returned no policy. Return { custom }, { auto } or undefined.')
}
