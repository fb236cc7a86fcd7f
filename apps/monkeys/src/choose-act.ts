import type { FlowScreen, Screen } from './screen.ts'

/** What the walk has done to the world so far. */
export interface World {
  readonly isOffline: boolean
  readonly tabs: number
}

export type ActName =
  | 'progress'
  | 'type nonsense'
  | 'rename'
  | 'click several times'
  | 'click anything'
  | 'press Escape'
  | 'click the backdrop'
  | 'cancel'
  | 'close the dialog'
  | 'open the dialog'
  | 'reload'
  | 'go back'
  | 'go forward'
  | 'open a tab'
  | 'close a tab'
  | 'go offline'
  | 'go online'
  | 'wait'
  | 'use the phone'
  | 'deny access'
  | 'break an account'
  | 'kill the server'
  | 'change the delivery'
  | 'break a call'

const inDialog: readonly [number, ActName][] = [
  [2, 'click the backdrop'],
  [3, 'close the dialog'],
]

const ends = new Set([
  'linked',
  'relinked',
  'duplicate',
  'restricted',
  'mismatch',
  'canceled',
  'expired',
  'failed',
])

export function isEnd({ step }: FlowScreen): boolean {
  return ends.has(step)
}

/** What a monkey may do at a screen, each with its weight. Most of it makes progress. */
export function actsAt(screen: Screen, world: World): readonly (readonly [number, ActName])[] {
  const always: [number, ActName][] = [
    [3, 'reload'],
    [2, 'go back'],
    [1, 'go forward'],
    [3, 'wait'],
    world.isOffline ? [14, 'go online'] : [3, 'go offline'],
    [2, 'kill the server'],
    [1, 'change the delivery'],
    [5, 'break a call'],
  ]
  if (world.tabs < 3) always.push([2, 'open a tab'])
  if (world.tabs > 1) always.push([3, 'close a tab'])
  if (screen.place === 'navigating') return [[1, 'wait']]
  if (screen.place === 'unloaded') return [...always, [20, 'progress']]
  if (screen.place === 'provider') return [...always, [30, 'progress'], [6, 'deny access']]
  if (screen.place === 'link' && !screen.flow) return [...always, [20, 'progress']]
  if (!screen.flow) {
    const isRenaming = screen.ways.some(({ kind, label }) => kind === 'field' && label === 'Name')
    const forRows: [number, ActName][] =
      screen.rows.length > 0
        ? [
            [14, 'click anything'],
            [isRenaming ? 20 : 0, 'rename'],
            [3, 'break an account'],
          ]
        : []
    return [...always, ...forRows, [22, 'open the dialog'], [8, 'click several times'], [2, 'use the phone']]
  }
  return [
    ...always,
    [40, 'progress'],
    [screen.flow.ways.some(({ kind }) => kind === 'field') ? 9 : 0, 'type nonsense'],
    [9, 'click several times'],
    [7, 'click anything'],
    [isEnd(screen.flow) ? 0 : 4, 'cancel'],
    [4, 'use the phone'],
    [3, 'press Escape'],
    ...(screen.place === 'demo' ? inDialog : []),
  ]
}
