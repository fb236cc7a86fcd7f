import type { ProxyPolicy } from '../../proxy-policy.ts'

/** The proxy as Unipile's `config` takes it; `undefined` leaves the choice to Unipile. */
export function proxyConfig(policy: ProxyPolicy | undefined): object | undefined {
  if (!policy) return undefined
  return 'custom' in policy ? { custom_proxy: policy.custom } : { auto_proxy_config: policy.auto }
}
