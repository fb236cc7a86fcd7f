import { expect, test } from '../support/test.ts'

/** Records, frame by frame, what the dialog shows, and where its Cancel button is. */
function record() {
  const seen: { heading: string; isBlank: boolean; cancel: number | undefined }[] = []
  Object.assign(window, { seen })
  const look = () => {
    const dialog = document.querySelector('dialog')
    const screen = dialog?.querySelector('[data-ca="screen"]')
    const buttons = [...(dialog?.querySelectorAll('button') ?? [])]
    if (dialog) {
      seen.push({
        heading: screen?.querySelector('h2')?.textContent ?? '',
        isBlank: !screen?.textContent?.trim(),
        cancel: buttons.find(({ textContent }) => textContent === 'Cancel')?.getBoundingClientRect().top,
      })
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

test('no step is blank and nothing moves late, however slowly the code loads', async ({
  demo,
  phone,
  persona,
}) => {
  const anna = persona('otp')
  await demo.page.route('**/assets/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await demo.page.reload()
  await demo.page.evaluate(record)
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter your verification code')
  await expect(demo.flow.getByRole('button', { name: 'Continue on your phone' })).toBeVisible()
  const seen = await demo.page.evaluate((): { heading: string; isBlank: boolean; cancel?: number }[] =>
    Reflect.get(window, 'seen'),
  )
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')

  expect(seen.filter(({ isBlank }) => isBlank)).toEqual([])
  const headings = new Set(seen.map(({ heading }) => heading))
  // Shown until the catalogue is there, which the page may have read before.
  headings.delete('One moment…')
  expect([...headings]).toEqual(['Connect an account', 'Sign in to LinkedIn', 'Enter your verification code'])
  const places = new Set(
    seen.filter(({ heading }) => heading.startsWith('Enter')).map(({ cancel }) => cancel),
  )
  expect([...places]).toHaveLength(1)
})

test('a page load fetches one session and reads the catalogue once', async ({ demo }) => {
  const { page } = demo
  // Nothing of the earlier load is counted.
  await page.goto('about:blank')
  const calls: string[] = []
  page.on('request', (request) => calls.push(new URL(request.url()).pathname))
  const count = (path: string) => calls.filter((call) => call === path).length
  await page.goto('/')
  await expect(page.getByText('No accounts connected yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Connect an account' }).click()
  await demo.sees('Connect an account')
  expect(count('/api/connect-session')).toBe(1)
  expect(count('/connect/providers')).toBe(1)
})
