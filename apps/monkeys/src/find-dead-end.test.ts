import { describe, expect, it } from 'vitest'
import { findDeadEnd } from './find-dead-end.ts'
import type { FlowScreen, Screen, Way } from './screen.ts'

function way(label: string, differences: Partial<Way> = {}): Way {
  return {
    label,
    kind: 'button',
    isEnabled: true,
    isPending: false,
    isClose: false,
    x: 0,
    y: 0,
    ...differences,
  }
}

const close = way('Close', { isClose: true })
const opener = way('Connect an account')

function page(differences: Partial<Screen> = {}): Screen {
  return { place: 'demo', url: '', notice: '', list: 'ready', rows: [], ways: [opener], ...differences }
}

function flow(differences: Partial<FlowScreen> = {}): Screen {
  const screen = { step: 'otp', heading: 'Enter your code', text: '', alert: '', isBusy: false }
  return page({ flow: { ...screen, ways: [close, way('Continue')], ...differences } })
}

describe('findDeadEnd', () => {
  it.each<[string, Screen]>([
    ['the page offers to connect an account', page()],
    ['the list can be loaded again', page({ list: 'unavailable', ways: [opener, way('Try again')] })],
    ['a button is enabled', flow()],
    ['a link leads on', flow({ ways: [close, way('Contact support', { kind: 'link' })] })],
    ['a button is pending', flow({ ways: [close, way('Sign in', { isEnabled: false, isPending: true })] })],
    ['the provider is awaited', flow({ step: 'loading', ways: [close] })],
    ['the next screen loads', flow({ isBusy: true, ways: [close] })],
    ['a link says that it is used up', page({ place: 'link', notice: 'Already used.', ways: [] })],
    ['the tab is on a page of the provider', page({ place: 'provider', ways: [] })],
  ])('finds nothing if %s', (_, screen) => {
    expect(findDeadEnd(screen)).toBeUndefined()
  })

  it.each<[string, Screen]>([
    ['The dialog is blank.', flow({ heading: '', ways: [close] })],
    ['The screen “Enter your code” has no way on or out.', flow({ ways: [close] })],
    [
      'The screen “Enter your code” has no way on or out.',
      flow({ ways: [close, way('Code', { kind: 'field' }), way('Continue', { isEnabled: false })] }),
    ],
    ['The page of the link is blank.', page({ place: 'link', ways: [] })],
    ['The page offers no way to connect an account.', page({ ways: [] })],
    ['The list is unavailable and cannot be loaded again.', page({ list: 'unavailable' })],
  ])('finds: %s', (deadEnd, screen) => {
    expect(findDeadEnd(screen)).toBe(deadEnd)
  })
})
