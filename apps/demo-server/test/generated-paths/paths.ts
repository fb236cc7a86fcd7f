import { getAdjacencyMap } from 'xstate/graph'
import { type Act, isEnd, type StepName } from './acts.ts'
import {
  everyAct,
  isRelink,
  type ModelState,
  modelOf,
  type Opening,
  openings,
  pendingCall,
  serializeState,
  shown,
} from './model.ts'
import { type Rule, ruleAgainst } from './rules.ts'

export interface PathStep {
  readonly act: Act
  /** The state after the act. */
  readonly state: ModelState
  /** The generated transition that it takes. */
  readonly transition: string
}

/** A sequence of acts, from an opening to an outcome. */
export interface Path {
  readonly opening: Opening
  readonly steps: readonly PathStep[]
}

export interface Generated {
  readonly paths: readonly Path[]
  readonly states: number
  /** The transitions that the paths take. */
  readonly covered: ReadonlySet<string>
  /** The transitions that no path can take, each with the rule that forbids it. */
  readonly leftOut: ReadonlyMap<string, Rule>
}

/** Longer paths would overlap more and say less if they fail. */
const LONGEST = 24
/** A transition that is farther away than this starts a new path. */
const FARTHEST = 5

interface Hop extends PathStep {
  /** The next vertex. */
  readonly to: string
}

interface Vertex {
  readonly state: ModelState
  readonly edges: readonly Hop[]
}

/**
 * Explores the machine together with the model of its server, and joins the transitions to paths that take
 * each one at least once. The rules remove what no server can cause.
 */
export function generatePaths(): Generated {
  const covered = new Set<string>()
  const forbidden = new Map<string, Rule>()
  let states = 0
  const paths = openings.flatMap((opening) => {
    const graph = explore(opening, forbidden)
    states += graph.size
    return cover(opening, graph, covered)
  })
  return {
    paths,
    states,
    covered,
    leftOut: new Map([...forbidden].filter(([transition]) => !covered.has(transition))),
  }
}

function explore(opening: Opening, forbidden: Map<string, Rule>): Map<string, Vertex> {
  const events = (state: ModelState) =>
    everyAct(state).filter((act) => {
      const rule = ruleAgainst(state, act)
      if (rule) forbidden.set(transitionOf(state, act), rule)
      return !rule
    })
  const map = getAdjacencyMap(modelOf(opening), { events, serializeState })
  return new Map(
    Object.entries(map).map(([key, { state, transitions }]) => {
      const reached: { event: Act; state: ModelState }[] = Object.values(transitions)
      const edges = reached.map(({ event, state: next }) => ({
        act: event,
        state: next,
        transition: transitionOf(state, event),
        to: serializeState(next),
      }))
      return [key, { state, edges }]
    }),
  )
}

/** From the opening, goes to the nearest transition that no path has taken, until all are taken. */
function cover(opening: Opening, graph: ReadonlyMap<string, Vertex>, covered: Set<string>): Path[] {
  const [start] = graph.keys()
  if (start === undefined) return []
  const paths: Path[] = []
  for (;;) {
    const steps: PathStep[] = []
    let at = start
    const walk = (hops: readonly Hop[] | undefined) => {
      for (const hop of hops ?? []) {
        steps.push(hop)
        covered.add(hop.transition)
        at = hop.to
      }
      return hops !== undefined
    }
    while (steps.length < LONGEST) {
      const room = LONGEST - steps.length
      const fresh = route(graph, at, ({ transition }) => !covered.has(transition))
      if (steps.length > 0 && (fresh?.length ?? Number.POSITIVE_INFINITY) > Math.min(room, FARTHEST)) break
      if (!walk(fresh)) break
    }
    if (steps.length === 0) return paths
    const hasEnded = (key: string) => graph.get(key)?.state.flow.matches('ended') === true
    if (!hasEnded(at)) walk(route(graph, at, ({ to }) => hasEnded(to)))
    paths.push({ opening, steps })
  }
}

/** Returns the shortest route from `from` that ends with a wanted transition. */
function route(
  graph: ReadonlyMap<string, Vertex>,
  from: string,
  isWanted: (hop: Hop) => boolean,
): Hop[] | undefined {
  const ways = new Map<string, Hop[]>([[from, []]])
  for (const [key, way] of ways)
    for (const hop of graph.get(key)?.edges ?? []) {
      if (isWanted(hop)) return [...way, hop]
      if (!ways.has(hop.to)) ways.set(hop.to, [...way, hop])
    }
  return undefined
}

/** Names a transition: the state, as far as the machine or the server distinguishes it, and the act. */
function transitionOf(state: ModelState, act: Act): string {
  // The connection is lost in the same way at every checkpoint.
  const place = act.type === 'lost' || act.type === 'connection' ? activityOf(state) : placeOf(state)
  return `${place}: ${labelOf(state, act)}`
}

function activityOf({ flow, behind }: ModelState): string {
  const acting = flow.matches({ atCheckpoint: 'acting' }) && `by ${flow.context.acting}`
  return ['at a checkpoint', pendingCall(flow) ?? 'idle', acting, behind].filter(Boolean).join(' ')
}

function placeOf(state: ModelState): string {
  const { flow, behind } = state
  const { provider, method, intent, end } = flow.context
  if (flow.matches('atCheckpoint')) {
    const at = shown(flow)?.replace('_on', '')
    return behind ? activityOf(state) : activityOf(state).replace('a checkpoint', String(at))
  }
  if (flow.matches('enteringCredentials')) return `enteringCredentials ${provider?.id} ${method?.id}`
  if (flow.matches('starting'))
    return `starting ${method?.kind ?? 'form'} ${isRelink(flow) ? 'again' : ''}`.trim()
  if (flow.matches('resuming')) return `resuming ${intent ? 'after a loss' : 'after a reload'}`
  if (flow.matches('idle')) return intent ? 'idle with an intent' : 'idle'
  if (flow.matches('unavailable'))
    return `unavailable ${intent ? 'with an intent' : (provider?.id ?? '')}`.trim()
  if (flow.matches('ended')) return `ended ${end?.outcome.type}${provider ? '' : ' before a choice'}`
  return String(flow.value)
}

function labelOf({ flow }: ModelState, act: Act): string {
  switch (act.type) {
    case 'does':
      return act.id === undefined ? act.what : `${act.what} ${act.id}`
    case 'refused': {
      const isLostStart = act.code === 'intent_not_found' && flow.context.startKey !== undefined
      return `refused ${act.code}${isLostStart ? ' because the start was lost' : ''}`
    }
    case 'lost':
      return `lost ${act.code}`
    case 'connection':
      return act.status
    case 'pushed':
      return `pushed ${flow.matches({ atCheckpoint: 'ready' }) ? endOr(act.to) : classOf(flow, act.to)}`
    case 'responded':
      if (!('to' in act)) return 'responded'
      if (act.wrong) return 'responded wrong'
      if (act.call === 'refreshing') return `responded ${classOf(flow, act.to)}`
      return `responded ${act.call === 'acting' ? endOr(act.to) : act.to}`
  }
}

/** Distinguishes the outcomes that others cause. All outcomes from the provider count as one. */
function endOr(to: StepName): string {
  return isEnd(to) && !['canceled', 'expired', 'failed'].includes(to) ? 'an end' : to
}

function classOf(flow: ModelState['flow'], to: StepName): string {
  if (isEnd(to)) return 'an end'
  return to === shown(flow) ? 'the same' : 'another checkpoint'
}
