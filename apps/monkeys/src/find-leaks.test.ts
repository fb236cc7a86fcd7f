import { describe, expect, it } from 'vitest'
import { findLeaks, type Places } from './find-leaks.ts'

const clean: Places = {
  storage: ['{}'],
  urls: ['/connect/intents'],
  console: ['x'],
  serverLog: ['{"level":40}'],
}
const secret = 'Pw 1&2'

describe('findLeaks', () => {
  it('finds nothing in clean places', () => {
    expect(findLeaks(clean, [secret])).toEqual([])
  })

  it.each<[string, Partial<Places>]>([
    ['a secret is in the storage of the browser', { storage: [`{"a":"${secret}"}`] }],
    ['a secret is in an address', { urls: [`/?p=${encodeURIComponent(secret)}`] }],
    ['a secret is in the console', { console: [`Sent ${secret}`] }],
    ["a secret is in the server's log", { serverLog: [`{"body":"${secret}"}`] }],
  ])('finds: %s', (leak, places) => {
    expect(findLeaks({ ...clean, ...places }, [secret])).toEqual([leak])
  })
})
