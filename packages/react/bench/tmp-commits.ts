import { chromium } from 'playwright'
import { chromium as launchOptions } from '../../../apps/e2e/support/chromium.ts'
import { openProbe } from './render/probe.ts'
import { serveSite } from './render/site.ts'
const site = await serveSite()
const browser = await chromium.launch(launchOptions)
for (const s of ['machine', 'kit'] as const) {
  const p = await openProbe(browser, site.url, s)
  for (let i = 0; i < 3; i++) {
    const r = await p.page.evaluate(async () => {
      const a = window.commits
      const log: string[] = []
      const o = new MutationObserver((m) => log.push(`${window.commits - a}: ` + m.map((x) => x.type[0] + ':' + (x.attributeName ?? '') + [...x.addedNodes].map((n: any) => '+' + (n.tagName ?? n.nodeName) + '/' + (n.dataset?.ca ?? '')).join() + [...x.removedNodes].map((n: any) => '-' + (n.tagName ?? '') + '/' + (n.dataset?.ca ?? '')).join()).join(' ')))
      o.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
      await window.bench.mount(); const b = window.commits; await new Promise((r) => setTimeout(r, 300))
      const out = { atField: b - a, after: window.commits - a, elements: document.querySelectorAll('body *').length, log }
      o.disconnect(); window.bench.unmount(); return out
    })
    console.log(s, r)
  }
  await p.close()
}
await browser.close(); await site.close()
