import type { Browser, BrowserContext, CDPSession, Page } from 'playwright'
import type {} from './pages/subject.ts'
import type { Subject } from './site.ts'

/** A page of its own for one subject, in a context of its own: its caches are empty. */
export interface Probe {
  readonly page: Page
  readonly devtools: CDPSession
  close(): Promise<void>
}

export async function openProbe(browser: Browser, url: string, subject: Subject): Promise<Probe> {
  const context: BrowserContext = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.commits = 0
    Reflect.set(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberRoot: () => {
        window.commits++
      },
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
    })
  })
  await page.goto(`${url}/${subject}/${subject}.html`)
  const devtools = await context.newCDPSession(page)
  // The thread's own time: what else runs on this machine is no cost of the page.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await devtools.send('HeapProfiler.enable')
  return { page, devtools, close: () => context.close() }
}

/** Milliseconds that the page's main thread has worked since it was opened. */
export async function mainThreadTime({ devtools }: Probe): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value
  if (seconds === undefined) throw new Error('Chromium does not report "TaskDuration".')
  return seconds * 1000
}

/** Bytes of the JavaScript heap that are still in use after a collection. */
export async function heapSize({ devtools }: Probe): Promise<number> {
  // What a first collection finalizes is only freed by a second one.
  for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize
}

/** How many of React's fibers and of the page's nodes are alive after a collection. */
export async function countAlive({ devtools }: Probe, fiberPrototype: string): Promise<Alive> {
  for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage')
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: fiberPrototype })
  if (!objects.objectId) throw new Error('Chromium returned no list of fibers.')
  const { result } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length }',
    returnByValue: true,
  })
  await devtools.send('Runtime.releaseObject', { objectId: objects.objectId })
  const { nodes } = await devtools.send('Memory.getDOMCounters')
  return { fibers: Number(result.value), nodes }
}

export interface Alive {
  readonly fibers: number
  readonly nodes: number
}

/** The prototype of React's fibers, found on a page that shows a form. */
export async function findFiberPrototype({ devtools }: Probe): Promise<string> {
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `(() => {
      const field = document.querySelector('[autocomplete~="username"]')
      const key = Object.keys(field).find((name) => name.startsWith('__reactFiber$'))
      return Object.getPrototypeOf(field[key])
    })()`,
  })
  if (!result.objectId) throw new Error('React keeps no fiber at its elements.')
  return result.objectId
}
