import { createElement, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'

/** What a page offers to the benchmark. All durations are in milliseconds. */
interface Bench {
  /** Mounts the form and returns the time until the sign-in field exists. */
  mount(): Promise<number>
  unmount(): void
  /** Mounts and unmounts the form `count` times and returns the time of each mount. */
  cycle(count: number): Promise<number[]>
  /** Returns the time to load the chunk of the sign-in form. 0 if it is in the main file. */
  loadForm(): Promise<number>
}

declare global {
  interface Window {
    bench: Bench
    /** Counted by the DevTools hook that React calls after each commit. */
    commits: number
  }
}

const FIELD = '[autocomplete~="username"]'

const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })

/** Resolves right after a frame, so that the next frame does not fall into the measurement. */
const afterFrame = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => nextTask().then(resolve))
  })

/** Installs `window.bench` for a subject. */
export function present(Form: () => ReactNode, importForm?: () => Promise<unknown>): void {
  let root: Root | undefined
  let container: HTMLElement | undefined

  async function mount(): Promise<number> {
    const place = document.createElement('div')
    document.body.append(place)
    container = place
    const start = performance.now()
    const arrival = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!place.querySelector(FIELD)) return
        observer.disconnect()
        resolve(performance.now() - start)
      })
      observer.observe(place, { childList: true, subtree: true })
    })
    root = createRoot(place)
    root.render(createElement(Form))
    return arrival
  }

  function unmount() {
    root?.unmount()
    container?.remove()
    root = undefined
    container = undefined
  }

  window.bench = {
    mount,
    unmount,
    async cycle(count) {
      const durations: number[] = []
      for (let index = 0; index < count; index++) {
        await afterFrame()
        durations.push(await mount())
        // Waits for the rest of the work, such as effects, so that it does not count for the next mount.
        await nextTask()
        unmount()
        await nextTask()
      }
      return durations
    },
    async loadForm() {
      const start = performance.now()
      await importForm?.()
      return importForm ? performance.now() - start : 0
    },
  }
}
