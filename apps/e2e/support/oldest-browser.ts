import type { Page } from '@playwright/test'
import { tooNew } from '../../../.ci/baseline/compat.ts'

/**
 * Takes from every page that opens after this what at least one of the supported browsers lacks: members,
 * static methods and whole interfaces of the web's APIs and of the language. Syntax and CSS stay those of
 * this browser.
 */
export async function becomeOldestBrowser(page: Page): Promise<void> {
  await page.context().addInitScript(removeApis, {
    interfaces: [...tooNew.interfaces.keys()],
    members: [...tooNew.members.keys()],
  })
}

/** Runs in the page. */
function removeApis({ interfaces, members }: { interfaces: string[]; members: string[] }) {
  const removeFrom = (holder: object | undefined, name: string) => {
    const isOwn = holder && Object.getOwnPropertyDescriptor(holder, name)?.configurable
    if (isOwn) Reflect.deleteProperty(holder, name)
  }
  for (const member of members) {
    const [owner = '', key = ''] = member.split('.')
    const name = key.replace(/_static$/, '')
    const holder: unknown = Reflect.get(globalThis, owner)
    if (owner === 'Window') removeFrom(globalThis, name)
    if (typeof holder === 'function' && holder.prototype) {
      // The language's static members carry no mark.
      if (name !== key || !(name in holder.prototype)) removeFrom(holder, name)
      if (name === key) removeFrom(holder.prototype, name)
    } else if (typeof holder === 'object' && holder !== null) {
      removeFrom(holder, name)
    }
  }
  for (const name of interfaces) removeFrom(globalThis, name)
}
