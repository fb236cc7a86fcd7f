/** The requests that are running, so that a close can let them finish. */
export class InFlight {
  readonly #requests = new Set<Promise<unknown>>()

  track<T>(request: Promise<T>): Promise<T> {
    const done = request.then(
      () => {},
      () => {},
    )
    this.#requests.add(done)
    void done.then(() => this.#requests.delete(done))
    return request
  }

  /** Resolves when none is left, or after `graceMs` milliseconds. */
  async settled(graceMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs)
    })
    await Promise.race([grace, Promise.all(this.#requests)])
    clearTimeout(timer)
  }
}
