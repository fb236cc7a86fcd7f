import { ConnectPage } from '../support/connect-page.ts'
import { expect, test } from '../support/test.ts'

// A user sends the address of their own consent page to somebody else.

for (const { who, mode } of [
  { who: undefined, mode: 'redirect' },
  { who: 'other', mode: 'popup' },
] as const) {
  test(`the person who sent the page gets no account: opened by ${who ?? 'nobody'}, ${mode}`, async ({
    demo,
    persona,
    browser,
  }) => {
    await demo.page.goto(mode === 'popup' ? '/?consent=popup' : '/')
    const started = demo.page.waitForResponse((response) => /\/connect\/intents$/.test(response.url()))
    await demo.connect('Gmail')
    await demo.sees('Connect Gmail')
    const { id, step } = await (await started).json()

    const context = await browser.newContext()
    const victim = new ConnectPage(await context.newPage())
    if (who) await victim.open(`${who}${Date.now().toString(36)}`)
    await victim.page.goto(step.url)
    await victim.consent(persona('plain'), 'Allow')
    await victim.page.waitForURL((url) => url.pathname === '/')
    await expect(victim.flow).toContainText('Someone else started this sign-in')
    // What the address had is useless, and gone from it.
    expect(new URL(victim.page.url()).searchParams.has('connect_return')).toBe(false)
    await victim.page.reload()
    await expect(victim.accounts).toHaveCount(0)
    await context.close()

    expect(await demo.readIntent(id)).toMatchObject({ step: { type: 'loading' } })
    await demo.page.reload()
    await expect(demo.accounts).toHaveCount(0)
  })
}
