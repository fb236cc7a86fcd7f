import { chromium } from 'playwright'
import { chromium as launchOptions } from '../../../apps/e2e/support/chromium.ts'
import { openProbe } from './render/probe.ts'
import { serveSite } from './render/site.ts'
const site = await serveSite()
const browser = await chromium.launch(launchOptions)
const med = (v:number[]) => v.toSorted((a,b)=>a-b)[Math.floor(v.length/2)]
const subjects = process.argv[2] ? [process.argv[2]] : ['kit','machine']
const probes: any = {}
for (const s of subjects) { probes[s] = await openProbe(browser, site.url, s as any); await probes[s].page.evaluate(() => window.bench.cycle(60)) }
const all: any = {}
for (let i = 0; i < 12; i++) for (const s of subjects) { await probes[s].page.bringToFront(); (all[s] ??= []).push(...await probes[s].page.evaluate(() => window.bench.cycle(10))) }
for (const s of subjects) console.log(s, med(all[s]))
if (process.argv[2]) {
  const p = probes[process.argv[2]]
  await p.devtools.send('Profiler.enable'); await p.devtools.send('Profiler.setSamplingInterval', { interval: 40 })
  await p.devtools.send('Profiler.start')
  await p.page.evaluate(() => window.bench.cycle(300))
  const { profile } = await p.devtools.send('Profiler.stop')
  const self = new Map<string, number>(); const total = new Map<string, number>()
  const byId = new Map(profile.nodes.map((n:any) => [n.id, n])); const parent = new Map<number, number>()
  for (const n of profile.nodes as any[]) for (const c of n.children ?? []) parent.set(c, n.id)
  const name = (n:any) => `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber}`
  profile.samples.forEach((id: number, i: number) => {
    const dt = profile.timeDeltas[i] / 1000 / 300
    let n: any = byId.get(id); self.set(name(n), (self.get(name(n)) ?? 0) + dt)
    const seen = new Set<string>()
    for (let x: number|undefined = id; x !== undefined; x = parent.get(x)) { const k = name(byId.get(x)); if (!seen.has(k)) { seen.add(k); total.set(k, (total.get(k) ?? 0) + dt) } }
  })
  const show = (m: Map<string, number>, k: number) => [...m].sort((a,b)=>b[1]-a[1]).slice(0,k).forEach(([n,v]) => console.log(v.toFixed(3), n))
  console.log('SELF'); show(self,120); console.log('TOTAL'); show(total, 420)
}
await browser.close(); await site.close()
