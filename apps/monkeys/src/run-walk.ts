import { join } from 'node:path'
import { createRandom } from '@connect-account/test-random'
import type { Browser } from '@playwright/test'
import { actRandomly } from './act-randomly.ts'
import { compare, inspectTraces } from './check-walk.ts'
import { healWorld, reachEnd, startAgain } from './finish.ts'
import { drawPlan, type Plan } from './plan.ts'
import { Walk } from './walk.ts'
import type { WorkerStack } from './worker-stack.ts'

export interface WalkResult {
  readonly number: number
  readonly plan: Plan
  /** One line per act. */
  readonly acts: readonly string[]
  /** The type of the end that was reached at last; `none` without one. */
  readonly end: string
  readonly violations: readonly string[]
  /** The file with the picture of the last screen, if there are violations. */
  readonly screenshot: string
}

/**
 * Runs one walk: random acts, then the way to an end in a healed world, then the checks. It ends at the first
 * violation. All its draws come from the seed and its number.
 * @param folder - Receives the screenshot.
 */
export async function runWalk(
  browser: Browser,
  stack: WorkerStack,
  seed: string,
  number: number,
  folder: string,
): Promise<WalkResult> {
  const random = createRandom(`${seed}/${number}`)
  const plan = drawPlan(random.derive('plan'), `m${number}-${seed}`)
  const walk = await Walk.begin(browser, stack, plan)
  const screenshot = join(folder, `walk-${number}.png`)
  let end = 'none'
  try {
    end = await takeSteps(walk, random)
    await stack.ready()
    if (!walk.hasViolations) await compare(walk)
    await inspectTraces(walk)
  } catch (error) {
    walk.violations.push(`the walk broke off: ${error instanceof Error ? error.stack : error}`)
  }
  // A tab that has crashed has no picture.
  if (walk.hasViolations) await walk.seen.screenshot({ path: screenshot }).catch(() => {})
  await walk.context.close()
  return { number, plan, acts: walk.acts, end, violations: walk.violations, screenshot }
}

async function takeSteps(walk: Walk, random: ReturnType<typeof createRandom>): Promise<string> {
  for (let number = 1; number <= walk.plan.acts; number++) {
    // Own draws for each act, so that they do not depend on how many the acts before needed.
    await actRandomly(walk, number, random.derive(`act ${number}`))
    if (walk.hasViolations) return 'none'
  }
  await healWorld(walk)
  const end = await reachEnd(walk)
  if (!walk.hasViolations) await startAgain(walk)
  return end
}
