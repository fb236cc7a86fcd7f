import { ConnectError } from '@connect-account/core'
import type { ReactNode } from 'react'
import { KitElement } from './kit-element.ts'

/** An element whose part of the kit is not in the first paint of a page with only the flow. */
export abstract class LazyElement<M> extends KitElement {
  #module: M | undefined
  #isLoading = false

  protected abstract load(): Promise<M>
  protected abstract show(module: M): ReactNode

  protected content() {
    if (this.#module) return this.show(this.#module)
    this.#load()
    return null
  }

  #load() {
    if (this.#isLoading) return
    this.#isLoading = true
    this.load()
      .then(
        (module) => {
          this.#module = module
        },
        (cause: unknown) => {
          const detail = `The code of <${this.localName}> did not load`
          this.report(new ConnectError('network_unreachable', { detail, cause }))
          // It is loaded again when the page changes the element, such as `open`, or the network is back.
          window.addEventListener('online', () => this.update(), { once: true })
          throw cause
        },
      )
      .then(
        () => this.update(),
        () => {},
      )
      .finally(() => {
        this.#isLoading = false
      })
  }
}
