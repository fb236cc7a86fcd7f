import { expect, test } from '../support/test.ts'

interface Frame {
  readonly box: string
  readonly isBlank: boolean
}

/** Records the dialog's box, and whether it shows anything, with every frame. */
function record() {
  const frames: Frame[] = []
  Object.assign(window, { recorded: frames })
  const look = () => {
    const dialog = document.querySelector('dialog[open]')
    if (dialog) {
      const { left, top, width, height } = dialog.getBoundingClientRect()
      const isBlank = !dialog.querySelector('[data-ca="screen"]')?.textContent?.trim()
      frames.push({ box: [left, top, width, height].join(' '), isBlank })
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

for (const [name, viewport] of [
  ['a laptop', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`the dialog keeps its size and place from the picker to the end, on ${name}`, async ({
    demo,
    phone,
    persona,
  }) => {
    const { page, flow } = demo
    const anna = persona('otp')
    await page.setViewportSize(viewport)
    await page.getByRole('button', { name: 'Connect an account' }).click()
    await demo.sees('Connect an account')
    await page.evaluate(record)
    for (const provider of await flow.locator('[data-ca="provider"]').all()) {
      await expect(provider).toBeInViewport({ ratio: 1 })
    }
    await flow.getByRole('button', { name: /^LinkedIn/ }).click()
    await demo.sees('Sign in to LinkedIn')
    const name = flow.getByLabel('Email or phone')
    const place = await name.boundingBox()
    await demo.signIn(anna, 'wrong')
    await expect(flow.getByRole('alert')).toBeVisible()
    expect(await name.boundingBox()).toEqual(place)
    await demo.signIn(anna)
    await demo.sees('Enter your verification code')
    const cells = flow.locator('[data-ca="code-cell"]').first()
    const cellsPlace = await cells.boundingBox()
    const code = await phone.code(anna)
    await demo.enterCode(code === '000000' ? '111111' : '000000')
    await expect(flow.getByRole('alert')).toBeVisible()
    expect(await cells.boundingBox()).toEqual(cellsPlace)
    await demo.enterCode(code)
    await demo.sees('LinkedIn is connected')

    const frames = await page.evaluate((): Frame[] => Reflect.get(window, 'recorded'))
    expect(frames.filter(({ isBlank }) => isBlank)).toEqual([])
    expect(new Set(frames.map(({ box }) => box)).size).toBe(1)
  })
}
