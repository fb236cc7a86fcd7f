import { connectMachine } from '@connect-account/core/internal'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { generatePaths, type Path } from './paths.ts'
import { replay } from './replay.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { allTransitions } from './transitions.ts'

const { paths, covered, leftOut, states } = generatePaths()
const taken = new Set<string>()
const replayed: Path[] = []
let testBed: TestBed

beforeAll(async () => {
  testBed = await openTestBed()
}, 60_000)
afterAll(() => testBed.close())

/** Moves the host's clock for everyone, so such a path is replayed alone. */
const expires = ({ steps }: Path) => steps.some(({ act }) => 'to' in act && act.to === 'expired')
/** Holds the host's webhooks for everyone, so such a path is replayed alone. */
const consents = ({ steps }: Path) =>
  steps.some(({ state: { flow } }) => flow.context.intent?.provider === 'google')
const isAlone = (path: Path) => expires(path) || consents(path)

const AT_ONCE = 8
/** Stops after this many failures, because each is a path to read. */
const FAILURES = 5
/** In milliseconds: many times what two cores need. */
const LONG = 600_000

async function replayAll(chosen: readonly Path[], atOnce: number): Promise<void> {
  const left = chosen.values()
  const failures: unknown[] = []
  async function replayNext() {
    for (const path of left) {
      if (failures.length >= FAILURES) return
      try {
        for (const transition of await replay(testBed, path)) taken.add(transition)
        replayed.push(path)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, replayNext))
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n\n'))
}

it(
  'replays the paths that can run side by side',
  async () => {
    await replayAll(
      paths.filter((path) => !isAlone(path)),
      AT_ONCE,
    )
  },
  LONG,
)

it(
  'replays the paths that need the host for themselves',
  async () => {
    await replayAll(paths.filter(isAlone), 1)
  },
  LONG,
)

it('has replayed every path, and taken every transition that a server can cause', () => {
  const counts = new Map<string, number>()
  for (const { name } of leftOut.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  console.info(
    [
      `${states} states, ${covered.size + leftOut.size} transitions of the machine generated.`,
      `${covered.size} of them joined to ${paths.length} paths, ${replayed.length} replayed.`,
      `${leftOut.size} left out, by rule:`,
      ...[...counts].map(([name, count]) => `${String(count).padStart(6)} ${name}`),
    ].join('\n'),
  )
  expect(replayed).toHaveLength(paths.length)
  const walked = new Set(replayed.flatMap(({ steps }) => steps.map(({ transition }) => transition)))
  expect([...covered].filter((transition) => !walked.has(transition))).toEqual([])
})

it('has taken every transition that the machine defines', () => {
  // Only a session of a hosted link, or an intent of another user, is refused for good. They have tests of
  // their own, on the machine and in `hosted-links.test.ts`.
  const untaken = allTransitions(connectMachine.root, 'isFinal').filter(
    (transition) => !taken.has(transition),
  )
  expect(untaken).toEqual([])
})
