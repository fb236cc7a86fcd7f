import type { CDPSession, Page } from '@playwright/test'

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      readonly node_types: readonly (readonly string[] | string)[]
      readonly edge_fields: readonly string[]
      readonly edge_types: readonly (readonly string[] | string)[]
    }
  }
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
  readonly strings: readonly string[]
}

/** How many objects on the path from a string to a heap root are reported. */
const PATH_LENGTH = 14

/**
 * Finds secrets in a page's memory: in strings of its heap after a garbage collection, in the values of its
 * fields (attached or not), and in its buffers. Never passes a secret to the page.
 */
export class Heap {
  readonly #devtools: CDPSession

  private constructor(devtools: CDPSession) {
    this.#devtools = devtools
  }

  static async of(page: Page): Promise<Heap> {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('HeapProfiler.enable')
    return new Heap(devtools)
  }

  /** Returns one line per finding: where it is, and what holds it. */
  async find(secrets: readonly string[]): Promise<string[]> {
    const isSecret = (text: string) => secrets.some((secret) => text.includes(secret))
    // The second collection frees what the first one finalizes.
    for (let round = 0; round < 3; round++) await this.#devtools.send('HeapProfiler.collectGarbage')
    const held = holders(await this.#takeSnapshot(), isSecret)
    const values = await this.#read(
      'HTMLInputElement',
      'function () { return this.map(({ value }) => value) }',
    )
    const buffers = await this.#read(
      'ArrayBuffer',
      "function () { return this.map((buffer) => new TextDecoder('latin1').decode(buffer)) }",
    )
    return [
      ...held,
      ...values.filter(isSecret).map(() => 'the value of a field'),
      ...buffers.filter(isSecret).map(() => 'an ArrayBuffer'),
    ]
  }

  /** Repeats `find` until it finds nothing, at most for `limit` milliseconds. Returns the last findings. */
  async findAfter(limit: number, secrets: readonly string[]): Promise<string[]> {
    const deadline = Date.now() + limit
    for (;;) {
      const isLast = Date.now() >= deadline
      const found = await this.find(secrets)
      if (isLast || found.length === 0) return found
    }
  }

  async #takeSnapshot(): Promise<Snapshot> {
    const parts: string[] = []
    const collect = ({ chunk }: { chunk: string }) => parts.push(chunk)
    this.#devtools.on('HeapProfiler.addHeapSnapshotChunk', collect)
    await this.#devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    this.#devtools.off('HeapProfiler.addHeapSnapshotChunk', collect)
    return JSON.parse(parts.join(''))
  }

  /** Calls `read` with all live objects of a class as `this`, and returns its result. */
  async #read(className: string, read: string): Promise<string[]> {
    const objectGroup = 'heap'
    const prototype = await this.#devtools.send('Runtime.evaluate', {
      expression: `${className}.prototype`,
      objectGroup,
    })
    const { objects } = await this.#devtools.send('Runtime.queryObjects', {
      prototypeObjectId: prototype.result.objectId ?? '',
      objectGroup,
    })
    const { result } = await this.#devtools.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: read,
      returnByValue: true,
      objectGroup,
    })
    await this.#devtools.send('Runtime.releaseObjectGroup', { objectGroup })
    return result.value
  }
}

/** The strings that match `isWanted`, each with the path from it to a root of the heap. */
function holders(
  { snapshot: { meta }, nodes, edges, strings }: Snapshot,
  isWanted: (text: string) => boolean,
) {
  const wanted = new Set(strings.flatMap((text, index) => (isWanted(text) ? [index] : [])))
  if (wanted.size === 0) return []
  const nodeSize = meta.node_fields.length
  const edgeSize = meta.edge_fields.length
  const [nodeName, edgeCount] = ['name', 'edge_count'].map((field) => meta.node_fields.indexOf(field))
  const [edgeType, edgeName, toNode] = ['type', 'name_or_index', 'to_node'].map((field) =>
    meta.edge_fields.indexOf(field),
  )
  const edgeTypes = meta.edge_types[edgeType ?? 0] ?? []
  const at = (values: readonly number[], index: number) => values[index] ?? 0
  const nameOf = (node: number) => strings[at(nodes, node + (nodeName ?? 0))] ?? ''

  // Breadth first from the root, so that each node's parent is on the shortest path to it.
  const firstEdge = new Map<number, number>()
  for (let node = 0, edge = 0; node < nodes.length; node += nodeSize) {
    firstEdge.set(node, edge)
    edge += at(nodes, node + (edgeCount ?? 0)) * edgeSize
  }
  const parents = new Map<number, { readonly node: number; readonly label: string }>([
    [0, { node: 0, label: '' }],
  ])
  const queue = [0]
  for (const node of queue) {
    const first = firstEdge.get(node) ?? 0
    const last = first + at(nodes, node + (edgeCount ?? 0)) * edgeSize
    for (let edge = first; edge < last; edge += edgeSize) {
      const type = edgeTypes[at(edges, edge + (edgeType ?? 0))] ?? ''
      const target = at(edges, edge + (toNode ?? 0))
      if (type === 'weak' || parents.has(target)) continue
      const name = at(edges, edge + (edgeName ?? 0))
      const isNumber = type === 'element' || type === 'hidden'
      parents.set(target, { node, label: isNumber ? `[${name}]` : (strings[name] ?? '') })
      queue.push(target)
    }
  }
  return queue
    .filter((node) => wanted.has(at(nodes, node + (nodeName ?? 0))))
    .map((node) => {
      const path: string[] = []
      for (let step = node; step !== 0 && path.length < PATH_LENGTH; ) {
        const parent = parents.get(step)
        if (!parent) break
        path.push(`${parent.label} of ${nameOf(parent.node).slice(0, 40)}`)
        step = parent.node
      }
      return `a string of ${nameOf(node).length} characters: ${path.join(', ')}`
    })
}
