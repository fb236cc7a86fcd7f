import { AsyncResource } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'

/** The most inputs of a batch: they wait for each other. */
const MAX_INPUTS = 64
/**
 * A batch that takes longer, e.g. because one of its rows is locked, does not hold up the next one. In
 * milliseconds.
 */
const PATIENCE_MS = 25

interface Identified {
  readonly id: string
}

interface Waiting<I, O> {
  readonly input: I
  resolve(output: O | undefined): void
  reject(error: unknown): void
}

/**
 * Group commit: gathers the inputs that arrive while a batch is running into the next one. A single input
 * never waits; under load one statement, one commit and one round trip do the work of many. Inputs with the
 * same id never go together. If PostgreSQL refuses a batch, each input is tried separately, so that it fails
 * only for its own reasons.
 * @param run Returns the outputs, each with its input's id, in any order. An input without an output resolves
 *   to `undefined`.
 */
export function inBatches<I extends Identified, O extends Identified>(
  run: (inputs: readonly I[]) => Promise<readonly O[]>,
): (input: I) => Promise<O | undefined> {
  const waiting = new Set<Waiting<I, O>>()
  let isUnderWay = false
  // A batch belongs to no request: in the context of one, it and every later batch would be traced as a part
  // of that request.
  const outside = new AsyncResource('ConnectAccountBatches')

  function next(): void {
    if (isUnderWay || waiting.size === 0) return
    isUnderWay = true
    // By then, all inputs that arrived together are queued.
    outside.runInAsyncScope(setImmediate, undefined, async () => {
      await Promise.race([settle(takeBatch(waiting), run), delay(PATIENCE_MS, undefined, { ref: false })])
      isUnderWay = false
      next()
    })
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.add({ input, resolve, reject })
      next()
    })
}

/** Ordered by id, because instances that lock the same rows in the same order never deadlock. */
function takeBatch<I extends Identified, O>(waiting: Set<Waiting<I, O>>): Waiting<I, O>[] {
  const batch = new Map<string, Waiting<I, O>>()
  for (const each of waiting) {
    if (batch.size === MAX_INPUTS) break
    if (batch.has(each.input.id)) continue
    batch.set(each.input.id, each)
    waiting.delete(each)
  }
  return [...batch.values()].sort((a, b) => (a.input.id < b.input.id ? -1 : 1))
}

async function settle<I extends Identified, O extends Identified>(
  batch: readonly Waiting<I, O>[],
  run: (inputs: readonly I[]) => Promise<readonly O[]>,
): Promise<void> {
  try {
    const outputs = await run(batch.map(({ input }) => input))
    const byId = new Map(outputs.map((output) => [output.id, output]))
    for (const { input, resolve } of batch) resolve(byId.get(input.id))
  } catch (error) {
    if (batch.length > 1 && isRefusal(error)) await Promise.all(batch.map((each) => settle([each], run)))
    else for (const { reject } of batch) reject(error)
  }
}

/**
 * Whether PostgreSQL refused the statement, so that nothing was done. A server that shuts down (class 57P)
 * may have done it.
 */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('severity' in error && 'code' in error) return !String(error.code).startsWith('57P')
  return isRefusal(error.cause)
}
