import type { Page } from '@playwright/test'
import { tooNew } from '../../../.ci/baseline/compat.ts'

/**
 * Removes from all later pages what at least one supported browser lacks: members, static methods and
 * interfaces of the web's APIs and of JavaScript. Syntax and CSS stay those of this browser.
 */
export async function emulateOldestBrowser(page: Page): Promise<void> {
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
      // MDN's names of JavaScript's static members have no `_static`.
      if (name !== key || !(name in holder.prototype)) removeFrom(holder, name)
      if (name === key) removeFrom(holder.prototype, name)
    } else if (typeof holder === 'object' && holder !== null) {
      removeFrom(holder, name)
    }
  }
  for (const name of interfaces) removeFrom(globalThis, name)
}
