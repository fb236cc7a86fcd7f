import { AsyncLocalStorage } from 'node:async_hooks'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { inBatches } from '../../src/store/fast-path/in-batches.ts'

interface Input {
  readonly id: string
  readonly value?: number
}

interface Run {
  readonly ids: string[]
  answer(outputs?: Input[]): void
  refuse(error: Error): void
}

/** Batches whose statements settle when the test says so. */
function controlled() {
  const runs: Run[] = []
  const ask = inBatches(
    (inputs: readonly Input[]) =>
      new Promise<Input[]>((resolve, reject) => {
        const answer = (outputs = [...inputs].reverse()) => resolve(outputs)
        runs.push({ ids: inputs.map(({ id }) => id), answer, refuse: reject })
      }),
  )
  const nth = (count: number) =>
    vi.waitFor(() => {
      const run = runs[count - 1]
      if (!run) throw new Error(`Statement ${count} has not started.`)
      return run
    }, 20_000)
  return { ask, nth, runs }
}

function refusal(code: string): Error {
  return new Error('Failed query', {
    cause: Object.assign(new Error('refused'), { severity: 'ERROR', code }),
  })
}

test('inputs that arrive together are one batch, and those that arrive meanwhile are the next', async () => {
  const { ask, nth, runs } = controlled()
  const together = [ask({ id: 'b', value: 2 }), ask({ id: 'a', value: 1 })]
  const first = await nth(1)
  expect(first.ids).toEqual(['a', 'b'])
  const meanwhile = [ask({ id: 'd' }), ask({ id: 'c' })]
  first.answer()
  expect(await Promise.all(together)).toEqual([
    { id: 'b', value: 2 },
    { id: 'a', value: 1 },
  ])
  const second = await nth(2)
  expect(second.ids).toEqual(['c', 'd'])
  second.answer([{ id: 'd' }])
  expect(await Promise.all(meanwhile)).toEqual([{ id: 'd' }, undefined])
  expect(runs).toHaveLength(2)
})

test('inputs with the same id run one after the other', async () => {
  const { ask, nth } = controlled()
  const answers = [1, 2, 3].map((value) => ask({ id: 'a', value }))
  for (const count of [1, 2, 3]) {
    const run = await nth(count)
    expect(run.ids).toEqual(['a'])
    run.answer()
  }
  expect(await Promise.all(answers)).toEqual([1, 2, 3].map((value) => ({ id: 'a', value })))
})

test('a slow batch does not delay the next', async () => {
  const { ask, nth } = controlled()
  const heldUp = ask({ id: 'locked' })
  const first = await nth(1)
  const next = ask({ id: 'free' })
  ;(await nth(2)).answer()
  expect(await next).toEqual({ id: 'free' })
  first.answer()
  expect(await heldUp).toEqual({ id: 'locked' })
})

test('if PostgreSQL refuses a batch, only the inputs at fault fail', async () => {
  const { ask, nth } = controlled()
  const answers = Promise.allSettled(['a', 'bad', 'c'].map((id) => ask({ id })))
  ;(await nth(1)).refuse(refusal('22P05'))
  await nth(4)
  for (const count of [2, 3, 4]) {
    const run = await nth(count)
    if (run.ids[0] === 'bad') run.refuse(refusal('22P05'))
    else run.answer()
  }
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a statement does not run in the context of any caller', async () => {
  const caller = new AsyncLocalStorage<string>()
  const contexts: (string | undefined)[] = []
  const ask = inBatches(async (inputs: readonly Input[]) => {
    contexts.push(caller.getStore())
    return inputs
  })
  const asked = async (id: string) => {
    await ask({ id })
    return caller.getStore()
  }
  const [one, other] = ['one', 'other'].map((id) => caller.run(id, () => asked(id)))
  expect(await Promise.all([one, other])).toEqual(['one', 'other'])
  expect(await caller.run('next', () => asked('next'))).toBe('next')
  expect(contexts).toEqual([undefined, undefined])
})

test.each([
  { what: 'a connection breaks', error: new Error('Failed query', { cause: new Error('read ECONNRESET') }) },
  { what: 'the server shuts down', error: refusal('57P01') },
])('if $what, nothing is sent twice, because it may have been done', async ({ error }) => {
  const { ask, nth, runs } = controlled()
  const answers = Promise.allSettled([ask({ id: 'a' }), ask({ id: 'b' })])
  ;(await nth(1)).refuse(error)
  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const after = ask({ id: 'c' })
  ;(await nth(2)).answer()
  expect(await after).toEqual({ id: 'c' })
  expect(runs).toHaveLength(2)
})

test('each input is run once and gets its own output, in any order of arrival', async () => {
  const input = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), ticks: fc.nat({ max: 3 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(input, { maxLength: 150 }),
      fc.infiniteStream(fc.nat({ max: 3 })),
      async (inputs, work) => {
        const tick = () => new Promise((resolve) => setImmediate(resolve))
        const sent: number[] = []
        const ask = inBatches(async (batch: readonly Input[]) => {
          const ids = batch.map(({ id }) => id)
          expect(ids).toEqual([...new Set(ids)].sort())
          for (let ticks = work.next().value; ticks > 0; ticks--) await tick()
          sent.push(...batch.map(({ value }) => value ?? -1))
          return batch
        })
        const answers: Promise<Input | undefined>[] = []
        for (const [value, { id, ticks }] of inputs.entries()) {
          answers.push(ask({ id, value }))
          for (let left = ticks; left > 0; left--) await tick()
        }
        expect(await Promise.all(answers)).toEqual(inputs.map(({ id }, value) => ({ id, value })))
        expect(sent.sort((a, b) => a - b)).toEqual([...inputs.keys()])
      },
    ),
  )
})
