import type { Outcome } from '@connect-account/core'
import type { AccountListProps, ReconnectDetails } from '@connect-account/react/accounts'
import { flowProps } from './flow-props.tsx'
import { type HostContent, showContent } from './host-content.tsx'
import { LazyElement } from './lazy-element.ts'

/** `<connect-accounts>`. */
export class AccountsElement extends LazyElement<typeof import('./accounts.ts')> {
  protected load() {
    return import('./accounts.ts')
  }

  protected show({ AccountList }: typeof import('./accounts.ts')) {
    const { reconnect, empty, ...shared } = this.shared()
    // The kit checks what the page passed.
    const props = {
      ...shared,
      ...(empty !== undefined && { empty: showContent(empty as HostContent) }),
      reconnect: typeof reconnect === 'function' ? reconnect : this.#reconnectOptions(Object(reconnect)),
    } as AccountListProps
    return <AccountList {...props} />
  }

  #reconnectOptions(given: Readonly<Record<string, unknown>>) {
    const options = flowProps(given, (type, detail) => this.send(type, detail))
    return {
      ...options,
      onEnd: (outcome: Outcome, details: ReconnectDetails) => this.send('ca-end', { outcome, ...details }),
    }
  }
}
