import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { countAlive, findFiberPrototype, heapSize, mainThreadTime, openProbe, type Probe } from './probe.ts'
import { type Site, type Subject, subjects } from './site.ts'

/** The number of samples. */
export interface Effort {
  readonly coldPages: number
  readonly warmMounts: number
  readonly keys: number
  readonly cycles: number
}

/** The samples of one subject. Durations in milliseconds, sizes in bytes. */
export interface Samples {
  readonly cold: number[]
  readonly chunk: number[]
  readonly warm: number[]
  readonly key: number[]
  readonly commits: number[]
  readonly heap: number[]
  /** Bytes per cycle. */
  growth: number
  /** How many more fibers and nodes are alive after all cycles than after the first ones. */
  retainedFibers: number
  retainedNodes: number
}

export type Results = Readonly<Record<Subject, Samples>>

/** Mounts per subject and turn. */
const MOUNTS_PER_TURN = 6
/** Five digits and five times Backspace, because a sixth digit would submit the code. */
const KEYS_PER_TURN = 10
/** Milliseconds between two keys of a fast typist. Transitions and repaints end within them. */
const TYPING_PAUSE = 120
/** Cycles before the growth is measured, in which V8 compiles and React fills its pools. */
const FIRST_CYCLES = 200

const emptySamples = (): Samples => ({
  cold: [],
  chunk: [],
  warm: [],
  key: [],
  commits: [],
  heap: [],
  growth: Number.NaN,
  retainedFibers: Number.NaN,
  retainedNodes: Number.NaN,
})

/** Measures all subjects alternately, so that other load on the machine affects all of them equally. */
export async function measure(
  browser: Browser,
  { url }: Site,
  effort: Effort,
  log: (text: string) => void,
): Promise<Results> {
  const results = { kit: emptySamples(), state: emptySamples(), machine: emptySamples() }
  log(`${effort.coldPages} cold pages each …`)
  for (let round = 0; round < effort.coldPages; round++) {
    for (const subject of subjects) await measureColdPage(browser, url, subject, results[subject])
  }

  log(`${effort.warmMounts} warm mounts each …`)
  await withProbes(browser, url, async (probes) => {
    for (const subject of subjects) await cycle(probes[subject], 20)
    await inTurns(effort.warmMounts / MOUNTS_PER_TURN, async (subject) => {
      results[subject].warm.push(...(await cycle(probes[subject], MOUNTS_PER_TURN)))
    })
  })

  log(`${effort.keys} keys each …`)
  await withProbes(browser, url, async (probes) => {
    for (const subject of subjects) await goToCode(probes[subject])
    // The first turn is not recorded, because V8 compiles in it.
    await inTurns(1, (subject) => type(probes[subject], emptySamples()))
    await inTurns(effort.keys / KEYS_PER_TURN, (subject) => type(probes[subject], results[subject]))
  })

  log(`${effort.cycles} mount cycles each …`)
  for (const subject of subjects) {
    const probe = await openProbe(browser, url, subject)
    Object.assign(results[subject], await measureGrowth(probe, effort.cycles))
    await probe.close()
  }
  return results
}

async function inTurns(rounds: number, turn: (subject: Subject) => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    // Alternates the order, so that no subject always follows the same one.
    for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) await turn(subject)
  }
}

async function withProbes(
  browser: Browser,
  url: string,
  work: (probes: Readonly<Record<Subject, Probe>>) => Promise<void>,
): Promise<void> {
  const probes = {
    kit: await openProbe(browser, url, 'kit'),
    state: await openProbe(browser, url, 'state'),
    machine: await openProbe(browser, url, 'machine'),
  }
  await work(probes)
  for (const subject of subjects) await probes[subject].close()
}

async function measureColdPage(browser: Browser, url: string, subject: Subject, samples: Samples) {
  const probe = await openProbe(browser, url, subject)
  samples.cold.push(await probe.page.evaluate(() => window.bench.mount()))
  samples.heap.push(await heapSize(probe))
  await probe.close()

  const other = await openProbe(browser, url, subject)
  samples.chunk.push(await other.page.evaluate(() => window.bench.loadForm()))
  await other.close()
}

async function cycle({ page }: Probe, count: number): Promise<number[]> {
  await page.bringToFront()
  return page.evaluate((times) => window.bench.cycle(times), count)
}

async function goToCode({ page }: Probe): Promise<void> {
  await page.bringToFront()
  await page.evaluate(() => window.bench.mount())
  await page.getByLabel('Email or phone').fill('anna@example.com')
  await page.getByLabel('Password', { exact: true }).fill('correct horse')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('Code', { exact: true }).focus()
}

/** Types with real input events, and records the main-thread time per key. */
async function type(probe: Probe, samples: Samples): Promise<void> {
  const { page, devtools } = probe
  await page.bringToFront()
  await page.getByLabel('Code', { exact: true }).focus()
  const commits = () => page.evaluate(() => window.commits)
  const before = await commits()
  for (let key = 0; key < KEYS_PER_TURN; key++) {
    const start = await mainThreadTime(probe)
    const isDigit = key < KEYS_PER_TURN / 2
    const keyEvent = isDigit
      ? { key: String(key + 1), code: `Digit${key + 1}`, windowsVirtualKeyCode: 49 + key }
      : { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 }
    await devtools.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      ...keyEvent,
      ...(isDigit && { text: keyEvent.key }),
    })
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...keyEvent })
    await pause(TYPING_PAUSE)
    samples.key.push((await mainThreadTime(probe)) - start)
  }
  samples.commits.push(((await commits()) - before) / KEYS_PER_TURN)
}

/** Measures what mounting and unmounting leaves in memory. */
async function measureGrowth(probe: Probe, cycles: number) {
  await cycle(probe, FIRST_CYCLES)
  await probe.page.evaluate(() => window.bench.mount())
  const fiberPrototype = await findFiberPrototype(probe)
  await probe.page.evaluate(() => window.bench.unmount())
  const before = await countAlive(probe, fiberPrototype)
  const start = await heapSize(probe)
  await cycle(probe, cycles)
  const after = await countAlive(probe, fiberPrototype)
  return {
    growth: ((await heapSize(probe)) - start) / cycles,
    retainedFibers: after.fibers - before.fibers,
    retainedNodes: after.nodes - before.nodes,
  }
}
