import { expect, test } from '../support/test.ts'

for (const [provider, field] of [
  ['Instagram', 'Username, email or phone'],
  ['Facebook', 'Email or phone'],
  ['X', 'Username, email or phone'],
] as const) {
  test(`links ${provider} with a password`, async ({ demo, persona }) => {
    await demo.connect(provider)
    await demo.flow.getByLabel(field).fill(persona('plain'))
    await demo.flow.getByLabel('Password', { exact: true }).fill('right')
    await demo.flow.getByRole('button', { name: 'Sign in' }).click()
    await demo.sees(`${provider} is connected`)
  })
}

test('links LinkedIn with a pasted cookie export', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.flow.getByText('Browser cookies', { exact: true }).click()
  const cookies = demo.flow.getByRole('textbox', { name: 'Cookies' })
  await cookies.fill(JSON.stringify([{ domain: '.instagram.com', name: 'sessionid', value: 'x' }]))
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await expect(demo.flow).toContainText('instagram.com')
  await cookies.fill(
    JSON.stringify([
      { domain: '.linkedin.com', name: 'bcookie', value: 'v=2' },
      { domain: '.www.linkedin.com', name: 'li_at', value: persona('plain') },
    ]),
  )
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await demo.sees('LinkedIn is connected')
})

test('links LinkedIn through the user’s own proxy', async ({ demo, phone, persona }) => {
  const chloe = persona('plain')
  const proxy = { protocol: 'socks5', host: '8.8.8.8', port: 1080 }
  await demo.open('chloe')
  await demo.connect('LinkedIn')
  const form = demo.flow.locator('details')
  await form.getByText('Use your own proxy').click()
  await form.getByLabel('Type').selectOption(proxy.protocol)
  await form.getByLabel('Server').fill('10.0.0.1')
  await form.getByLabel('Port').fill(String(proxy.port))
  await demo.signIn(chloe)
  await expect(form).toContainText('This server can’t be used.')
  await form.getByLabel('Server').fill(proxy.host)
  await form.getByLabel('Username').fill('chloe')
  await form.getByLabel('Proxy password').fill('secret')
  await demo.signIn(chloe)
  await demo.sees('LinkedIn is connected')
  expect((await phone.account(chloe)).config).toEqual({ custom_proxy: proxy })
})

test('links Instagram with a bare cookie', async ({ demo, persona }) => {
  await demo.connect('Instagram')
  await demo.flow.getByText('Browser cookie', { exact: true }).click()
  await demo.flow.getByRole('textbox', { name: 'Cookie' }).fill(persona('plain'))
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await demo.sees('Instagram is connected')
})

test('links Google Messages with a QR code', async ({ demo, phone, persona }) => {
  await demo.connect('Google Messages')
  await expect(demo.flow).toContainText('Device pairing')
  await phone.scan(await demo.readQr(), persona('plain'))
  await demo.sees('Google Messages is connected')
})

test('links Telegram with a QR code and a two-step password', async ({ demo, phone, persona }) => {
  await demo.connect('Telegram')
  await phone.scan(await demo.readQr(), persona('twofa'))
  await demo.sees('Enter your password')
  await demo.flow.getByLabel('Password', { exact: true }).fill('wrong')
  await demo.continue()
  await expect(demo.flow.getByRole('alert')).toBeVisible()
  await demo.flow.getByLabel('Password', { exact: true }).fill('my two-step password')
  await demo.continue()
  await demo.sees('Telegram is connected')
})

for (const provider of ['Gmail', 'Outlook'] as const) {
  test(`links ${provider} by its consent page`, async ({ demo, persona }) => {
    await demo.connect(provider)
    await demo.openConsent(provider)
    await demo.consent(persona('plain'), 'Allow')
    await demo.sees(`${provider} is connected`)
    expect(demo.page.url()).not.toContain('connect_intent')
  })
}

test('reports denied consent, and starts again', async ({ demo, persona }) => {
  await demo.connect('Gmail')
  await demo.openConsent('Gmail')
  await demo.consent(persona('plain'), 'Deny')
  await demo.sees('That didn’t work')
  await expect(demo.flow).toContainText('declined')
  await demo.flow.getByRole('button', { name: 'Try again' }).click()
  await demo.sees('Connect Gmail')
})

test('reports the ends after a consent page: restricted and linked elsewhere', async ({ demo, persona }) => {
  // Anyone can type a return: it only says that nothing was connected.
  for (const [steps, text] of [
    ['restricted', 'The provider has restricted this account'],
    ['duplicate', 'This account is already connected'],
  ] as const) {
    await demo.connect('Gmail')
    await demo.openConsent('Gmail')
    await demo.consent(persona(steps), 'Allow')
    await demo.sees('That didn’t work')
    await expect(demo.flow).toContainText(text)
    await demo.finish()
  }
  await expect(demo.accounts).toHaveCount(0)
})

test('links a mailbox with its address and password', async ({ demo, persona }) => {
  await demo.connect('Other email')
  await demo.flow.getByRole('textbox', { name: 'Email' }).fill(persona('plain'))
  await demo.flow.getByLabel('Password', { exact: true }).fill('right')
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await demo.sees(/is connected$/)
})

test('asks for the servers of an unknown mailbox, and names the one that fails', async ({ demo }) => {
  await demo.connect('Other email')
  await demo.flow.getByRole('textbox', { name: 'Email' }).fill('anna@nowhere.example')
  await demo.flow.getByLabel('Password', { exact: true }).fill('right')
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await expect(demo.flow).toContainText('Incoming mail')
  await expect(demo.flow.getByRole('textbox', { name: 'Email' })).toHaveValue('anna@nowhere.example')
  await demo.flow.getByRole('textbox', { name: 'Server' }).first().fill('localhost')
  await demo.flow.getByLabel('Port').first().fill('1')
  await demo.flow.getByRole('textbox', { name: 'Server' }).last().fill('localhost')
  await demo.flow.getByLabel('Port').last().fill('1')
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await expect(demo.flow.locator('[aria-invalid="true"]').first()).toBeVisible()
})

test('links the mock provider immediately', async ({ demo }) => {
  await demo.connect('Mock')
  await demo.sees('Mock is connected')
})
