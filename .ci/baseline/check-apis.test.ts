import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkApis } from './check-apis.ts'

const folder = mkdtempSync(join(tmpdir(), 'connect-account-baseline-'))
afterAll(() => rmSync(folder, { recursive: true }))

function faultsOf(code: string, guarded = {}) {
  const file = join(folder, 'sample.ts')
  writeFileSync(file, `${code}\nexport {}\n`)
  return checkApis([file], guarded)
}

describe('the check for APIs that a supported browser lacks', () => {
  it.each([
    ['a static method', 'AbortSignal.any([])', /AbortSignal\.any_static is missing before .*chrome 116/],
    ['a static method by destructuring', 'const { any } = AbortSignal; any([])', /AbortSignal\.any/],
    ['a static method of the language', 'Promise.withResolvers<void>()', /Promise\.withResolvers/],
    ['a method of the language', '[1][Symbol.iterator]().map(String)', /Iterator\.map/],
    ['a member of an element', 'document.createElement("div").showPopover()', /HTMLElement\.showPopover/],
    ['a global function', 'requestIdleCallback(() => {})', /requestIdleCallback is missing before .*safari/],
    ['a function of the window', 'window.requestIdleCallback(() => {})', /Window\.requestIdleCallback/],
    ['an interface', 'new Highlight()', /Highlight is missing before .*firefox/],
    ['an optional call', 'navigator.canShare?.()', /Navigator\.canShare/],
  ])('finds %s', (_, code, fault) => {
    expect(faultsOf(code)).toEqual([expect.stringMatching(fault)])
  })

  it.each([
    [
      'what every supported browser has',
      'structuredClone(1); [1].at(-1); [1].toSorted(); new Response().json()',
    ],
    [
      'our own members of the same name',
      'const AbortSignals = { any: (x: unknown) => x }; AbortSignals.any(1)',
    ],
    ['types', 'export type Idle = typeof requestIdleCallback'],
  ])('accepts %s', (_, code) => {
    expect(faultsOf(code)).toEqual([])
  })

  it('accepts what is listed as guarded, and refuses an entry that is not used', () => {
    const guarded = { 'AbortSignal.any_static': 'a helper replaces it' }
    expect(faultsOf('AbortSignal.any([])', guarded)).toEqual([])
    expect(faultsOf('new AbortController()', guarded)).toEqual([
      'AbortSignal.any_static is listed as guarded and is not used',
    ])
  })
})
