import type { ProviderOptions } from '../provider-options.ts'

/** API v1's names of LinkedIn's products beside the classic one. It links all that are not disabled. */
const features = [
  ['recruiter', 'linkedin_recruiter'],
  ['sales_navigator', 'linkedin_sales_navigator'],
  ['company', 'linkedin_organizations_mailboxes'],
] as const

export function disabledFeatures({ products }: ProviderOptions): {
  readonly disabled_features?: readonly string[]
} {
  if (!products) return {}
  const disabled = features.filter(([name]) => !products.includes(name))
  return { disabled_features: disabled.map(([, feature]) => feature) }
}

/** Nothing of the past of a mailbox is imported. */
export const NO_HISTORY = 'NO_HISTORY_SYNC'

/** The members of a start that this provider takes. An account keeps its features if a reconnect names none. */
export function optionsBody(
  provider: string,
  options: ProviderOptions,
  accountId: string | undefined,
): object {
  if (accountId) return {}
  const { recruiterContractId, initialSync, syncLimit } = options
  switch (provider) {
    case 'linkedin':
      return {
        ...disabledFeatures(options),
        ...(recruiterContractId ? { recruiter_contract_id: recruiterContractId } : {}),
        ...(syncLimit ? { sync_limit: syncLimit } : {}),
      }
    case 'imap':
    case 'google':
    case 'outlook':
      return initialSync === false ? { sync_limit: NO_HISTORY } : {}
    case 'whatsapp':
    case 'telegram':
    case 'instagram':
    case 'facebook':
    case 'twitter':
      return syncLimit ? { sync_limit: syncLimit } : {}
  }
  return {}
}
