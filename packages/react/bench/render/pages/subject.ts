import { createElement, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'

/** What the bench asks of a page; every duration is in milliseconds. */
interface Bench {
  /** Mounts the form and returns how long it took until the sign-in field was there. */
  mount(): Promise<number>
  unmount(): void
  /** Mounts and unmounts the form `count` times and returns how long each mount took. */
  cycle(count: number): Promise<number[]>
  /** Returns how long the code of the sign-in form takes to load; 0 if it is not a file of its own. */
  loadForm(): Promise<number>
}

declare global {
  interface Window {
    bench: Bench
    /** Counted by the hook that React calls after each commit. */
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

/**
 * The moment after a frame was drawn: the next one is farthest away, so that none falls into what is
 * measured.
 */
const afterFrame = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => nextTask().then(resolve))
  })

/** Puts the subject's bench on the page. */
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
        // The rest of the mount's work, such as its effects, is not the next one's.
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
