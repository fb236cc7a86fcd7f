import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright'
import type { Sandbox } from './backend.ts'

/** The parts of the kit, by the attributes that the documentation names. */
export const part = {
  root: '[data-ca="root"]',
  dialog: '[data-ca="dialog"]',
  primary: '[data-ca="button"][data-variant="primary"]',
  username: '[data-ca="root"] input[name="username"]',
  password: '[data-ca="root"] input[type="password"]',
  code: '[data-ca="code-input"]',
  provider: (id: string) => `[data-ca="provider"][data-provider="${id}"]`,
  step: (type: string) => `[data-ca="root"][data-step="${type}"]`,
} as const

/** The page, or the part of it that contains the flow. */
export type Flow = Page | Locator

/** A unique sign-in name of the sandbox. It starts with its steps. */
export const newPersona = (steps: string): string => `${steps}.${randomUUID()}@sandbox.test`

/** Picks LinkedIn and waits for the sign-in form. */
export async function chooseLinkedIn(flow: Flow): Promise<void> {
  await flow.locator(part.provider('linkedin')).click()
  await flow.locator(part.username).waitFor()
}

/** Clicks a field and types key by key, like a user. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await field.click()
  await field.page().keyboard.type(text)
  const value = await field.inputValue()
  if (value.replaceAll(' ', '') !== text.replaceAll(' ', ''))
    throw new Error(`Typed ${text}, but the field holds "${value}"`)
}

/** Fills in the sign-in form and submits it. */
export async function signIn(flow: Flow, persona: string): Promise<void> {
  await typeInto(flow.locator(part.username), persona)
  await typeInto(flow.locator(part.password), 'a password')
  await flow.locator(part.primary).click()
}

/**
 * Types the code that was sent to the persona. One of a known length submits automatically; otherwise Enter
 * submits it.
 */
export async function enterCode(flow: Flow, sandbox: Sandbox, persona: string): Promise<void> {
  const field = flow.locator(part.code)
  await field.waitFor()
  const code = await sandbox.code(persona)
  await field.click()
  await field.page().keyboard.type(code)
  const isWaiting = await flow.locator(`${part.root}:not(:has([data-pending])) ${part.code}`).isVisible()
  if (isWaiting) await field.page().keyboard.press('Enter')
}

export async function expectLinked(flow: Flow): Promise<void> {
  await flow.locator(part.step('linked')).waitFor()
}

/** From the picker to a linked account, with a code by email. */
export async function linkLinkedIn(flow: Flow, sandbox: Sandbox): Promise<void> {
  const persona = newPersona('otp')
  await chooseLinkedIn(flow)
  await signIn(flow, persona)
  await enterCode(flow, sandbox, persona)
  await expectLinked(flow)
}
