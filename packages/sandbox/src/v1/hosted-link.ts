import type * as v from 'valibot'
import { refusals } from '../wire/wire-error.ts'
import type { NewWizardLink } from '../wizard/wizard-links.ts'
import { providerOf } from './providers.ts'
import type { hostedSchema } from './requests.ts'

/** Returns the wizard's options for a hosted link of API v1, which has two return addresses and a `notify_url`. */
export function hostedLinkOf(request: v.InferOutput<typeof hostedSchema>): NewWizardLink {
  const { expiresOn, name, notify_url, success_redirect_url, failure_redirect_url } = request
  return {
    ...(request.type === 'reconnect'
      ? { providers: '*', accountId: request.reconnect_account }
      : { providers: providersOf(request.providers) }),
    expiresAt: Date.parse(expiresOn),
    ...(name !== undefined && { state: name }),
    back: {
      api: 'v1',
      ...(success_redirect_url !== undefined && { successUrl: success_redirect_url }),
      ...(failure_redirect_url !== undefined && { failureUrl: failure_redirect_url }),
      ...(notify_url !== undefined && { notifyUrl: notify_url }),
    },
  }
}

function providersOf(names: string | readonly string[]): string | string[] {
  if (typeof names === 'string') return names === '*:MAILING' ? '*:EMAILS' : names
  return names.map((name) => {
    const provider = providerOf(name)
    if (provider === undefined) throw refusals.invalidParameters(`providers: unknown provider ${name}.`)
    return provider
  })
}
