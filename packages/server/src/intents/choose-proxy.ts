import { ConnectError } from '@connect-account/core/errors'
import * as v from 'valibot'
import { invalidSetting } from '../settings/invalid-setting.ts'
import { type ProxyPolicy, type ProxyQuestion, proxyPolicySchema } from '../settings/proxy-policy.ts'
import { inTime } from './in-time.ts'
import type { IntentContext } from './intent-context.ts'

/**
 * Asks the host which proxy to use. What it answers is never logged: it may hold a password.
 * @throws ConnectError `invalid_setting` for an answer that is no policy, `proxy_failed` for none in time.
 */
export async function chooseProxy(
  { proxy, timings }: Pick<IntentContext, 'proxy' | 'timings'>,
  question: ProxyQuestion,
): Promise<ProxyPolicy | undefined> {
  if (!proxy) return undefined
  const chosen = await inTime(proxy(question), timings.upstreamTimeoutMs, () => {
    return new ConnectError('proxy_failed', { detail: 'The host did not choose a proxy in time.' })
  })
  if (chosen === undefined) return undefined
  const policy = v.safeParse(proxyPolicySchema, chosen)
  if (policy.success) return policy.output
  throw invalidSetting('proxy: answered no policy. Answer { custom }, { auto } or undefined.')
}
