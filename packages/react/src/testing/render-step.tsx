import type { Method, Provider } from '@connect-account/core'
import { sampleProvider } from '@connect-account/core/testing'
import { type RenderResult, render } from '@testing-library/react'
import { type ConnectAccountLook, ConnectAccountRoot } from '../components/flow/connect-account-root.tsx'
import type { ConnectStep, ConnectStepMap, ConnectStepType } from '../hooks/flow/connect-step.ts'
import { sampleSteps } from './sample-steps.ts'

/** A verb of the step that was called. */
export interface CalledVerb {
  /** The verb's name in the step, such as `submit`. */
  readonly verb: string
  /** What it was called with. */
  readonly args: readonly unknown[]
}

export interface RenderStepOptions<T extends ConnectStepType> extends ConnectAccountLook {
  /** The provider's id. Default: `whatsapp` for `qr`, `google` for `consent`, else `linkedin`. */
  readonly provider?: string
  /** The method's id, for `credentials`. Default: the provider's first one. */
  readonly method?: string
  /** Members to replace, such as `error` or `pending`. */
  readonly changes?: Partial<ConnectStepMap[T]>
}

export interface RenderedStep<T extends ConnectStepType> extends RenderResult {
  /** What the user did, in order. */
  readonly called: readonly CalledVerb[]
  /** Renders a new revision of the step, with these members replaced. */
  show(changes: Partial<ConnectStepMap[T]>): void
}

/**
 * Renders one step of the flow with sample data, as `<ConnectAccountRoot>` shows it, and records which verbs the
 * user calls. Needs `@testing-library/react`; works in any runner with a DOM.
 *
 * @example
 * const { called } = renderStep('otp', { provider: 'linkedin' })
 * await userEvent.type(await screen.findByLabelText('Code'), '123456')
 * expect(called).toEqual([{ verb: 'submit', args: ['123456'] }])
 *
 * @throws If there is no such provider or method.
 */
export function renderStep<T extends ConnectStepType>(
  type: T,
  options?: RenderStepOptions<T>,
): RenderedStep<T>
export function renderStep(
  type: ConnectStepType,
  { provider: providerId, method: methodId, changes, ...look }: RenderStepOptions<ConnectStepType> = {},
): RenderedStep<ConnectStepType> {
  const provider = sampleProvider(providerId ?? usualProvider(type))
  const called: CalledVerb[] = []
  const step = sampleSteps[type]({
    provider,
    method: methodId === undefined ? undefined : methodOf(provider, methodId),
    verb:
      (verb) =>
      (...args) =>
        void called.push({ verb, args }),
  })
  function root(changed: RenderStepOptions<ConnectStepType>['changes']) {
    // The public signature allows only changes of members that this type of step has.
    const shown = { ...step, ...changes, ...changed } as ConnectStep
    return <ConnectAccountRoot connect={{ step: shown }} {...look} />
  }
  const result = render(root({}))
  return { ...result, called, show: (changed) => result.rerender(root(changed)) }
}

function usualProvider(type: ConnectStepType): string {
  return type === 'qr' ? 'whatsapp' : type === 'consent' ? 'google' : 'linkedin'
}

function methodOf(provider: Provider, id: string): Method {
  const method = provider.methods.find((one) => one.id === id)
  if (!method) throw new TypeError(`${provider.name} has no method "${id}".`)
  return method
}
