import { chromium } from 'playwright'
import { chromium as launchOptions } from '../../../apps/e2e/support/chromium.ts'
import { openProbe, heapSize } from './render/probe.ts'
import { serveSite } from './render/site.ts'
const site = await serveSite()
const browser = await chromium.launch(launchOptions)
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
  {
    const ef = snap.snapshot.meta.edge_fields, et = snap.snapshot.meta.edge_types[0]
    const N = f.length, ec = f.indexOf('edge_count')
    const first: number[] = []; let e = 0
    for (let i = 0; i < snap.nodes.length; i += N) { first.push(e); e += snap.nodes[i + ec] * ef.length }
    const edgesOf = (i: number) => { const out: any[] = []; const k = i / N; for (let j = first[k]; j < first[k] + snap.nodes[i + ec] * ef.length; j += ef.length) out.push([et[snap.edges[j]], snap.strings[snap.edges[j + 1]] , snap.edges[j + 2]]); return out }
    const nm = (i: number) => snap.strings[snap.nodes[i + 1]]
    const seen = new Set<number>(); const by: any = {}; const byScript: any = {}
    for (let i = 0; i < snap.nodes.length; i += N) {
      if (types[snap.nodes[i]] !== 'closure') continue
      const es = edgesOf(i); const code = es.find((x) => x[1] === 'code'); const sh = es.find((x) => x[1] === 'shared')
      if (!code) continue
      const is = edgesOf(code[2]).find((x) => x[1] === 'instruction_stream'); if (!is || seen.has(is[2])) continue
      const sz = snap.nodes[is[2] + 3]; if (nm(is[2]).includes('Builtin')) continue
      seen.add(is[2])
      by[nm(i)] = (by[nm(i)] ?? 0) + sz
    }
    console.log(s, 'jit', Object.values(by).reduce((a: any, b: any) => a + b, 0), Object.keys(by).length)
    console.log(Object.entries(by).sort((a: any, b: any) => b[1] - a[1]).slice(0, 60).map(([k, v]) => k + ':' + v).join(' '))
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
