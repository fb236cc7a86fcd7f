import { chromium } from 'playwright'
import { chromium as launchOptions } from '../../../apps/e2e/support/chromium.ts'
import { openProbe, heapSize } from './render/probe.ts'
import { serveSite } from './render/site.ts'
const site = await serveSite()
const browser = await chromium.launch({...launchOptions, args: [...launchOptions.args, '--js-flags=' + process.env.JSF]})
const tables: any = {}
for (const s of ['machine', 'kit'] as const) {
  const p = await openProbe(browser, site.url, s)
  const h0 = await heapSize(p)
  await p.page.evaluate(() => window.bench.mount())
  const size = await heapSize(p)
  let text = ''
  p.devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => { text += chunk })
  await p.devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  const snap = JSON.parse(text)
  const f = snap.snapshot.meta.node_fields, types = snap.snapshot.meta.node_types[0]
  const t: any = {}, names: any = {}
  for (let i = 0; i < snap.nodes.length; i += f.length) {
    const type = types[snap.nodes[i]], name = snap.strings[snap.nodes[i + 1]].slice(0, 60), self = snap.nodes[i + 3]
    t[type] = (t[type] ?? 0) + self
    const k = type + ' ' + (type === 'string' || type==='number' ? (self > 3000 ? name.slice(0,40) : '(small)') : name); names[k] = (names[k] ?? 0) + self
  }
  tables[s] = { size, h0, t, names }
  await p.close()
}
const { machine: a, kit: b } = tables
console.log('heap', a.h0, a.size, b.h0, b.size, b.size / a.size)
for (const k of new Set([...Object.keys(a.t), ...Object.keys(b.t)])) console.log(k.padEnd(20), a.t[k] ?? 0, b.t[k] ?? 0, (b.t[k] ?? 0) - (a.t[k] ?? 0))
const d = [...new Set([...Object.keys(a.names), ...Object.keys(b.names)])].map((k) => [k, (b.names[k] ?? 0) - (a.names[k] ?? 0)] as const).sort((x, y) => y[1] - x[1])
for (const [k, v] of d.slice(0, 50)) console.log(v, k)
await browser.close(); await site.close()
