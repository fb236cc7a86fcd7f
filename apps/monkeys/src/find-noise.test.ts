import { describe, expect, it } from 'vitest'
import { type Faults, findLoggedErrors, findNoise } from './find-noise.ts'

const stack = { url: 'http://localhost:1', sandboxUrl: 'http://localhost:2' }
const calm: Faults = { network: false, upstream: false }
const network = { ...calm, network: true }
const upstream = { ...calm, upstream: true }
const status = (code: number) => `Failed to load resource: the server responded with a status of ${code} (…)`
const cut = 'Failed to load resource: net::ERR_CONNECTION_REFUSED'
const call = `${stack.url}/connect/intents`

describe('findNoise', () => {
  it.each<[string, string, string, string, Faults]>([
    ['a refused call', 'error', status(422), call, calm],
    ['a warning', 'warning', 'Update the package.', '', calm],
    ['a page of the provider', 'error', status(404), `${stack.sandboxUrl}/oauth`, calm],
    ['a cut connection after a kill', 'error', cut, call, network],
    ['a report of the kit after a kill', 'error', 'Connect Account: network_unreachable: …', '', network],
    [
      'a file that did not load after a kill',
      'error',
      `Error: Unable to preload CSS for ${call}`,
      '',
      network,
    ],
    ['a failed call after a failure of Unipile', 'error', status(502), call, upstream],
    ['a report of the kit after that', 'error', 'Connect Account: upstream_timeout: …', '', upstream],
  ])('allows %s', (_, type, text, url, faults) => {
    expect(findNoise([{ at: 0, type, text, url }], stack, faults)).toEqual([])
  })

  it.each<[string, string, string, Faults]>([
    ['a file that is not there', status(404), `${stack.url}/favicon.ico`, calm],
    ['a failed call without a fault', status(500), call, calm],
    ['an internal error in spite of a kill', status(500), call, network],
    ['a cut connection without a fault', cut, call, calm],
    ['a file that did not load without a fault', 'Failed to fetch dynamically imported module', call, calm],
    ['a report of the kit without a fault', 'Connect Account: upstream_timeout: …', '', calm],
    ['a mistake of the kit', 'Connect Account: screen_failed: …', '', { network: true, upstream: true }],
    ['a warning of React', 'Each child in a list should have a unique key', '', network],
  ])('finds %s', (_, text, url, faults) => {
    expect(findNoise([{ at: 0, type: 'error', text, url }], stack, faults)).toHaveLength(1)
  })
})

describe('findLoggedErrors', () => {
  it('allows warnings', () => {
    expect(findLoggedErrors(['{"level":40,"msg":"Polling Unipile failed; will try again"}'])).toEqual([])
  })

  it.each(['{"level":50,"msg":"failed"}', '{"level":60}', 'TypeError: x is not a function', '"text"'])(
    'finds %s',
    (line) => {
      expect(findLoggedErrors([line])).toEqual([line])
    },
  )
})
