import type { Browser, BrowserContext, CDPSession, Page } from 'playwright'
import type {} from './pages/subject.ts'
import type { Subject } from './site.ts'

/** A page for one subject, in its own browser context with empty caches. */
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
  // Thread time, which excludes other load on the machine.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await devtools.send('HeapProfiler.enable')
  return { page, devtools, close: () => context.close() }
}

/** Milliseconds that the page's main thread has been busy since the page opened. */
export async function mainThreadTime({ devtools }: Probe): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value
  if (seconds === undefined) throw new Error('Chromium does not report "TaskDuration".')
  return seconds * 1000
}

/** Bytes of the JavaScript heap in use after a garbage collection. */
export async function heapSize({ devtools }: Probe): Promise<number> {
  // The second collection frees what the first one finalizes.
  for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize
}

/** Counts React's fibers and the page's nodes that are alive after a garbage collection. */
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

/** Finds the prototype of React's fibers on a page that shows the form. */
export async function findFiberPrototype({ devtools }: Probe): Promise<string> {
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `(() => {
      const field = document.querySelector('[autocomplete~="username"]')
      const key = Object.keys(field).find((name) => name.startsWith('__reactFiber$'))
      return Object.getPrototypeOf(field[key])
    })()`,
  })
  if (!result.objectId) throw new Error('React stores no fiber on its elements.')
  return result.objectId
}
