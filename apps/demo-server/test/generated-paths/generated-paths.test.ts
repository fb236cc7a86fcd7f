import { connectMachine } from '@connect-account/core/internal'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { generatePaths, type Path } from './paths.ts'
import { replay } from './replay.ts'
import { openStage, type Stage } from './stage.ts'
import { allTransitions } from './transitions.ts'

const { paths, covered, leftOut, states } = generatePaths()
const taken = new Set<string>()
const replayed: Path[] = []
let stage: Stage

beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

/** The host's clock is moved for all: such a path is walked alone. */
const expires = ({ steps }: Path) => steps.some(({ act }) => 'to' in act && act.to === 'expired')
/** The host's webhooks are held for all: such a path is walked alone. */
const consents = ({ steps }: Path) =>
  steps.some(({ state: { flow } }) => flow.context.intent?.provider === 'google')
const isAlone = (path: Path) => expires(path) || consents(path)

const AT_ONCE = 8
/** Each failure is a path to read: more of them at a time tell no more. */
const FAILURES = 5
/** Many times what it takes on two cores, in milliseconds. */
const LONG = 600_000

async function replayAll(chosen: readonly Path[], atOnce: number): Promise<void> {
  const left = chosen.values()
  const failures: unknown[] = []
  async function walkOn() {
    for (const path of left) {
      if (failures.length >= FAILURES) return
      try {
        for (const transition of await replay(stage, path)) taken.add(transition)
        replayed.push(path)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walkOn))
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n\n'))
}

it(
  'replays the paths that can be walked side by side',
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

it('has replayed every generated path, and walked every transition that a server can cause', () => {
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
  const untaken = allTransitions(connectMachine.root).filter((transition) => !taken.has(transition))
  expect(untaken).toEqual([])
})
