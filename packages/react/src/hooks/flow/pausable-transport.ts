import { ConnectError, type ConnectTransport } from '@connect-account/core'

/** A transport that pauses while its flow is not on the page. */
export interface PausableTransport extends ConnectTransport {
  /**
   * Sends the waiting calls, until the returned function is called. That function aborts the calls that may
   * be repeated, stops the watches, and keeps their callers waiting until the transport resumes.
   */
  resume(): () => void
}

interface Task {
  start(): void
  stop(): void
}

/**
 * Defers a transport's calls while it is paused, which it is at first. React may unmount a component and
 * mount it again (StrictMode, `<Activity>`, hot reload), and callers must not be affected: an aborted call
 * settles only when its repetition does.
 *
 * A start is repeated with the same idempotency key. The user's verbs at a checkpoint are neither aborted nor
 * repeated, because a code would be submitted twice; nor is the confirmation of a return, which counts once.
 */
export function pausable(transport: ConnectTransport): PausableTransport {
  const tasks = new Set<Task>()
  let isRunning = false

  function add(task: Task) {
    tasks.add(task)
    if (isRunning) task.start()
    return () => {
      tasks.delete(task)
      task.stop()
    }
  }

  function send<T>(signal: AbortSignal | undefined, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      let run = new AbortController()
      function settle(how: () => void) {
        remove()
        signal?.removeEventListener('abort', leave)
        how()
      }
      const leave = () => settle(() => reject(signal?.reason))
      const remove = add({
        start() {
          run = new AbortController()
          const current = run.signal
          attempt(() => call(current)).then(
            (value) => current.aborted || settle(() => resolve(value)),
            (error: unknown) => current.aborted || settle(() => reject(error)),
          )
        },
        stop: () => run.abort(),
      })
      if (signal?.aborted) leave()
      else signal?.addEventListener('abort', leave)
    })
  }

  function follow(start: () => () => void): () => void {
    let stop = () => {}
    return add({
      start() {
        stop = start()
      },
      stop: () => stop(),
    })
  }

  const { getAccount, watchAccount } = transport
  return {
    resume() {
      isRunning = true
      for (const task of [...tasks]) task.start()
      return () => {
        isRunning = false
        for (const task of tasks) task.stop()
      }
    },
    listProviders: (signal) => send(signal, (current) => transport.listProviders(current)),
    ...(getAccount && {
      getAccount: (id, signal) => send(signal, (current) => getAccount.call(transport, id, current)),
    }),
    startIntent: (input, signal) => send(signal, (current) => transport.startIntent(input, current)),
    getIntent: (id, signal) => send(signal, (current) => transport.getIntent(id, current)),
    solve: (id, input, signal) => transport.solve(id, input, signal),
    resend: (id, signal) => transport.resend(id, signal),
    challenge: (id, challenge, signal) => transport.challenge(id, challenge, signal),
    confirmReturn: (id, token, signal) => transport.confirmReturn(id, token, signal),
    cancel: (id, signal) => transport.cancel(id, signal),
    watch: (id, watcher) =>
      follow(() => {
        try {
          return transport.watch(id, watcher)
        } catch (cause) {
          watcher.onError(new ConnectError('internal_error', { cause }))
          return () => {}
        }
      }),
    ...(watchAccount && {
      watchAccount: (id, onAccount) => follow(() => watchAccount.call(transport, id, onAccount)),
    }),
  }
}

/** An error that `call` throws synchronously becomes a rejection. */
async function attempt<T>(call: () => Promise<T>): Promise<T> {
  return call()
}
