import type { Results, Samples } from './measure.ts'

/** One line of the table. `value` and `limit` are in the same unit. */
export interface Row {
  readonly figure: string
  readonly unit: string
  readonly kit: number
  readonly state: number
  readonly machine: number
  /** Compared with the limit: the kit's figure, or its ratio to the second floor. */
  readonly value: number
  readonly limit: number
  readonly goal: string
  readonly isMet: boolean
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper
}

/** Compares each figure of the kit with the floors and with its goal. */
export function report({ kit, state, machine }: Results): Row[] {
  const of = (read: (samples: Samples) => number) => ({
    kit: read(kit),
    state: read(state),
    machine: read(machine),
  })
  const row = (
    figure: string,
    unit: string,
    figures: ReturnType<typeof of>,
    goal: string,
    value: number,
    limit: number,
  ): Row => ({ figure, unit, ...figures, goal, value, limit, isMet: value <= limit })

  const cold = of(({ cold }) => median(cold))
  const chunk = of(({ chunk }) => median(chunk))
  const warm = of(({ warm }) => median(warm))
  const key = of(({ key }) => median(key))
  const commits = of(({ commits }) => median(commits))
  const heap = of(({ heap }) => median(heap))
  const growth = of((samples) => samples.growth)
  const fibers = of((samples) => samples.retainedFibers)
  const nodes = of((samples) => samples.retainedNodes)
  const coldLimit = 2 * cold.machine + chunk.kit
  return [
    row(
      'cold mount until the field exists',
      'ms',
      cold,
      '≤ 2 × second floor + own chunk',
      cold.kit,
      coldLimit,
    ),
    row('load of the form’s own chunk', 'ms', chunk, 'none', chunk.kit, Number.POSITIVE_INFINITY),
    row(
      'warm mount until the field exists',
      'ms',
      warm,
      '≤ 1.3 × second floor',
      warm.kit / warm.machine,
      1.3,
    ),
    row(
      'main thread per key in the code field',
      'ms',
      key,
      '≤ 1.5 × second floor',
      key.kit / key.machine,
      1.5,
    ),
    row('commits per key', '', commits, '≤ 1', commits.kit, 1),
    row('heap after mount', 'B', heap, '≤ 1.2 × second floor', heap.kit / heap.machine, 1.2),
    row(
      'heap growth per mount cycle',
      'B',
      growth,
      '≤ 150 B above second floor',
      growth.kit - growth.machine,
      150,
    ),
    // React keeps the last unmounted tree in memory.
    row('fibers retained by all cycles', '', fibers, '≤ one tree', fibers.kit, 100),
    row('nodes retained by all cycles', '', nodes, '≤ one tree', nodes.kit, 100),
  ]
}

const digits = (value: number) => (Math.abs(value) < 100 ? Math.round(value * 100) / 100 : Math.round(value))

export function printTable(rows: readonly Row[]): void {
  console.table(
    Object.fromEntries(
      rows.map(({ figure, unit, kit, state, machine, goal, limit, isMet }) => [
        unit ? `${figure} (${unit})` : figure,
        {
          kit: digits(kit),
          'floor 1: useState': digits(state),
          'floor 2: libraries': digits(machine),
          'kit / floor 2': digits(kit / machine),
          goal,
          met: Number.isFinite(limit) ? (isMet ? 'yes' : 'NO') : '',
        },
      ]),
    ),
  )
}
