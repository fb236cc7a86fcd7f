import { AccountsElement } from './accounts-element.tsx'
import { DialogElement } from './dialog-element.tsx'
import { FlowElement } from './flow-element.tsx'
import { defineOptions } from './kit-element.ts'
import { accountsOptions, dialogOptions, inlineOptions } from './options/tables.ts'
import { version } from './version.ts'

/** Where the page keeps which version has defined the elements, for a second one that comes along. */
const OWNER = Symbol.for('connect-account.element.version')

/** Defines the elements. A page has one version of them: the first that is loaded. */
export function defineElements(): void {
  // On a server the module only loads.
  if (typeof customElements === 'undefined') return
  const first: unknown = Reflect.get(globalThis, OWNER)
  if (first !== undefined || customElements.get('connect-account')) {
    console.error(
      `Connect Account: @connect-account/element is loaded twice: version ${first ?? 'unknown'} has defined ` +
        `<connect-account> already, so this copy (version ${version}) does nothing. Load it once.`,
    )
    return
  }
  Reflect.set(globalThis, OWNER, version)
  defineOptions(FlowElement, inlineOptions)
  defineOptions(DialogElement, dialogOptions)
  defineOptions(AccountsElement, accountsOptions)
  customElements.define('connect-account', FlowElement)
  customElements.define('connect-account-dialog', DialogElement)
  customElements.define('connect-accounts', AccountsElement)
}
