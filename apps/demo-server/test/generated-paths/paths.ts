import { getAdjacencyMap } from 'xstate/graph'
import { type Act, isEnd, type StepName } from './acts.ts'
import {
  callOf,
  everyAct,
  isRelink,
  type ModelState,
  modelOf,
  type Opening,
  openings,
  serializeState,
  shown,
} from './model.ts'
import { type Rule, ruleAgainst } from './rules.ts'

export interface PathStep {
  readonly act: Act
  /** The state that the act leads to. */
  readonly state: ModelState
  /** Which of the generated transitions it walks. */
  readonly transition: string
}

/** One walk, from an opening to an end. */
export interface Path {
  readonly opening: Opening
  readonly steps: readonly PathStep[]
}

export interface Generated {
  readonly paths: readonly Path[]
  readonly states: number
  /** The transitions that the paths walk. */
  readonly covered: ReadonlySet<string>
  /** The transitions that no path can walk, each with the rule that forbids it wherever it could be walked. */
  readonly leftOut: ReadonlyMap<string, Rule>
}

/** Longer paths would share more of their way and tell less when they fail. */
const LONGEST = 24
/** A transition that is farther away than this begins a path of its own. */
const FARTHEST = 5

interface Hop extends PathStep {
  /** The vertex that it leads to. */
  readonly to: string
}

interface Vertex {
  readonly state: ModelState
  readonly edges: readonly Hop[]
}

/**
 * Explores the machine beside the model of its server, and joins the transitions that it finds to paths that walk each one
 * at least once. The rules take out what no server brings about.
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

/** Walks from the opening to the nearest transition that was not walked yet, and on, until all were. */
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

/** The shortest way from `from` that ends with a wanted transition. */
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

/** What counts as one transition: the state as far as the machine or the server tells it from others, and what happens there. */
function transitionOf(state: ModelState, act: Act): string {
  // The connection is lost in the same way at every checkpoint.
  const place = act.type === 'lost' || act.type === 'connection' ? activityOf(state) : placeOf(state)
  return `${place}: ${labelOf(state, act)}`
}

function activityOf({ flow, behind }: ModelState): string {
  const acting = flow.matches({ atCheckpoint: 'acting' }) && `by ${flow.context.acting}`
  return ['at a checkpoint', callOf(flow) ?? 'idle', acting, behind].filter(Boolean).join(' ')
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
    case 'refused':
      return `refused ${act.code}`
    case 'lost':
      return `lost ${act.code}`
    case 'connection':
      return act.status
    case 'told':
      return `told ${flow.matches({ atCheckpoint: 'ready' }) ? endOr(act.to) : classOf(flow, act.to)}`
    case 'answered':
      if (!('to' in act)) return 'answered'
      if (act.wrong) return 'answered wrong'
      if (act.call === 'refreshing') return `answered ${classOf(flow, act.to)}`
      return `answered ${act.call === 'acting' ? endOr(act.to) : act.to}`
  }
}

/** The ends that others bring about are told apart; those that the provider tells are one. */
function endOr(to: StepName): string {
  return isEnd(to) && !['cancelled', 'expired', 'failed'].includes(to) ? 'an end' : to
}

function classOf(flow: ModelState['flow'], to: StepName): string {
  if (isEnd(to)) return 'an end'
  return to === shown(flow) ? 'the same' : 'another checkpoint'
}
