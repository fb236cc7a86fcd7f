import type { ProviderKind } from '@connect-account/core'
import { sampleProvider } from '@connect-account/core/testing'
import { describe, expect, it } from 'vitest'
import { groupByKind } from './group-by-kind.ts'

const provider = (id: string, kind: ProviderKind) => ({ ...sampleProvider('linkedin'), id, kind })
const shape = (...providers: ReturnType<typeof provider>[]) =>
  groupByKind(providers).map((group) => [group.kind, ...group.providers.map(({ id }) => id)])

describe('groupByKind', () => {
  it('groups if at least two kinds have several providers', () => {
    expect(
      shape(
        provider('a', 'social'),
        provider('b', 'email'),
        provider('c', 'social'),
        provider('d', 'email'),
        provider('e', 'messaging'),
      ),
    ).toEqual([
      ['social', 'a', 'c'],
      ['email', 'b', 'd'],
      ['messaging', 'e'],
    ])
  })

  it('keeps one list otherwise', () => {
    expect(shape(provider('a', 'social'), provider('b', 'email'), provider('c', 'social'))).toEqual([
      [undefined, 'a', 'b', 'c'],
    ])
  })
})
