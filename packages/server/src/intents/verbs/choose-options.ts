import { ConnectError } from '@connect-account/core/errors'
import * as v from 'valibot'
import { invalidSetting } from '../../invalid-setting.ts'
import { withTimeout } from '../../scheduler/with-timeout.ts'
import type { LinkOptions } from '../../store/link-options.ts'
import {
  type OptionsQuestion,
  type ProviderOptions,
  providerOptionsSchema,
} from '../../upstream/provider-options.ts'
import type { IntentContext } from '../model/intent-context.ts'

/**
 * What to ask Unipile for: the host's choice, over which the link has precedence.
 * @throws ConnectError `invalid_setting` if the host returns something else, `internal_error` if it takes too long.
 */
export async function chooseOptions(
  { providerOptions, timings }: Pick<IntentContext, 'providerOptions' | 'timings'>,
  question: OptionsQuestion,
  link: Pick<LinkOptions, 'options' | 'scopes'> | undefined,
): Promise<ProviderOptions> {
  const ofLink = {
    ...(link?.scopes ? { scopes: link.scopes } : {}),
    ...link?.options?.[question.provider],
  }
  if (!providerOptions) return ofLink
  const chosen = await withTimeout(providerOptions(question), timings.upstreamTimeoutMs, () => {
    return new ConnectError('internal_error', { detail: 'The host did not choose the options in time.' })
  })
  const options = v.safeParse(providerOptionsSchema, chosen ?? {})
  if (options.success) return { ...options.output, ...ofLink }
  const member = v.getDotPath(options.issues[0]) ?? 'the result'
  throw invalidSetting(`providerOptions: ${member} of ${question.provider} is not valid.`)
}
