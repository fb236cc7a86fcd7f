import { sampleProvider, scriptedTransport } from '@connect-account/core/testing'
import { expect, it } from 'vitest'
import { add, consoleErrors, find, findPart, importBuilt, loadElements, record } from './page.ts'

loadElements()

const transport = () =>
  scriptedTransport({ providers: ['linkedin', 'whatsapp', 'google', 'telegram'].map(sampleProvider) })

const shownProviders = () =>
  [...document.querySelectorAll<HTMLElement>('[data-ca="provider"]')].map(({ dataset }) => dataset.provider)

it('reads attributes, and properties before them', async () => {
  const element = add('connect-account', { transport: transport() })
  element.setAttribute('providers', 'google linkedin')
  element.setAttribute('color-scheme', 'dark')
  element.setAttribute('frame', 'none')
  await findPart('provider')
  expect(shownProviders()).toEqual(['google', 'linkedin'])
  expect(element.providers).toEqual(['google', 'linkedin'])
  const root = await findPart('root')
  expect([root.dataset.caTheme, root.dataset.caFrame]).toEqual(['dark', 'none'])

  element.providers = ['telegram', 'whatsapp']
  await expect.poll(shownProviders).toEqual(['telegram', 'whatsapp'])
  element.providers = undefined
  await expect.poll(shownProviders).toEqual(['google', 'linkedin'])
  expect(getComputedStyle(element).display).toBe('block')
})

it('takes an appearance, and content of the page', async () => {
  const support = document.createElement('a')
  support.textContent = 'Ask us'
  add('connect-account', {
    transport: transport(),
    appearance: { variables: { accent: 'rgb(1, 2, 3)' } },
    slots: { top: 'Above', provider: ({ provider }) => (provider.id === 'google' ? support : null) },
  })
  await findPart('provider')
  const root = await findPart('root')
  expect(root.style.getPropertyValue('--ca-accent')).toBe('rgb(1, 2, 3)')
  expect(root.querySelector('[data-ca="slot-top"]')).toHaveTextContent('Above')
  expect(support.closest('[data-provider]')).toHaveAttribute('data-provider', 'google')
})

it.each([
  ['consent="pop-up"', /consent>: write consent="redirect" or consent="popup"/],
  ['wait-for-sync="later"', /wait-for-sync>: write wait-for-sync without a value/],
  ['session="a token"', /session>: it can't be an attribute: set the element's property "session"/],
  ['hosted-page="/link"', /set the element's property "hostedPage"/],
])('says once what to write instead of %s', async (attribute, says) => {
  const errors = consoleErrors()
  const place = document.createElement('div')
  place.innerHTML = `<connect-account ${attribute}></connect-account>`
  const [element] = place.getElementsByTagName('connect-account')
  if (!element) throw new Error('No element.')
  const seen = record(element, 'ca-error')
  element.transport = transport()
  document.body.append(place)
  await findPart('provider')
  element.setAttribute('login-hint', 'anna@example.com')
  await expect.poll(() => errors).toHaveLength(1)
  expect(errors[0]).toMatch(/^Connect Account: invalid_option: <connect-account /)
  expect(errors[0]).toMatch(says)
  expect(seen).toEqual([['ca-error', expect.objectContaining({ code: 'invalid_option' })]])
  place.remove()
})

it('says once which property has the wrong type', async () => {
  const errors = consoleErrors()
  const element = add('connect-account', { transport: transport() })
  Reflect.set(element, 'messages', 'hello')
  Reflect.set(element, 'consent', 5)
  await findPart('provider')
  await expect.poll(() => errors).toHaveLength(2)
  expect(errors.join('\n')).toMatch(/"messages" must be object/)
  expect(errors.join('\n')).toMatch(/"consent" must be redirect or popup/)
})

it('takes what was set before it was defined', async () => {
  const element = document.createElement('connect-account')
  expect(Object.hasOwn(element, 'loginHint')).toBe(false)
  const frame = document.createElement('iframe')
  document.body.append(frame)
  const page = frame.contentDocument
  if (!page) throw new Error('No document.')
  // Another document has no registry of its own, so nothing upgrades the element there.
  const plain = page.createElement('connect-account')
  const upgraded = Object.assign(plain, { loginHint: 'anna@example.com', transport: transport() })
  document.body.append(upgraded)
  await findPart('provider')
  expect(Object.hasOwn(upgraded, 'loginHint')).toBe(false)
  expect(upgraded.loginHint).toBe('anna@example.com')
  upgraded.remove()
  frame.remove()
})

it('says that a session is missing, once', async () => {
  const errors = consoleErrors()
  add('connect-account', {})
  await find('[data-step="unavailable"]')
  await expect.poll(() => errors).toHaveLength(1)
  expect(errors[0]).toMatch(/session_missing/)
})

it('leaves the elements to the version that came first', async () => {
  const errors = consoleErrors()
  const first = customElements.get('connect-account')
  await importBuilt('index.js?another-copy')
  expect(errors).toEqual([
    expect.stringMatching(
      /^Connect Account: @connect-account\/element is loaded twice: version \S+ has defined/,
    ),
  ])
  expect(customElements.get('connect-account')).toBe(first)
  add('connect-account', { transport: transport() })
  await findPart('provider')
})
