import type { Page } from '@playwright/test'

/** What a user does, and what follows. */
interface Act {
  readonly name: string
  readonly run: (page: Page) => Promise<void>
  /** The accessible name of the focused element. */
  readonly focus: string
  /** Part of what a live region says. Left out if the focus moves to the text, which is read then. */
  readonly announced?: string
}

export interface Walk {
  readonly name: string
  /** The story where it starts. */
  readonly id: string
  readonly acts: readonly Act[]
}

const press = (key: string) => (page: Page) => page.keyboard.press(key)
const type = (text: string) => (page: Page) => page.keyboard.type(text)

const signIn = (password: string) => async (page: Page) => {
  await page.getByLabel('Email or phone').fill('anna@example.com')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

export const walks: readonly Walk[] = [
  {
    name: 'A password and a code',
    id: 'signing-in--credentials',
    acts: [
      {
        name: 'Send the empty form',
        run: (page) => page.getByRole('button', { name: 'Sign in', exact: true }).press('Enter'),
        focus: 'Email or phone',
        announced: '2 fields need your attention. Enter your email or phone.',
      },
      {
        name: 'Send a wrong password',
        run: signIn('wrong'),
        focus: 'Password',
        announced: 'isn’t right',
      },
      {
        name: 'Send the right password',
        run: signIn('right'),
        focus: 'Code',
        announced: 'Enter your verification code',
      },
      {
        name: 'Type the code',
        run: type('123456'),
        focus: 'LinkedIn is connected',
      },
    ],
  },
  {
    name: 'A wrong code',
    id: 'verification-codes--otp',
    acts: [
      {
        name: 'Type a wrong code',
        run: async (page) => {
          await page.getByRole('textbox', { name: 'Code' }).focus()
          await page.keyboard.type('000000')
        },
        focus: 'Code',
        announced: 'That code isn’t right',
      },
    ],
  },
  {
    name: 'Choosing a provider',
    id: 'embedding--dialog',
    acts: [
      {
        name: 'Search',
        run: type('linked'),
        focus: 'Search',
        announced: '1 result',
      },
      {
        name: 'Choose the result',
        run: async (page) => {
          await press('ArrowDown')(page)
          await press('Enter')(page)
        },
        focus: 'Email or phone',
        announced: 'Sign in to LinkedIn',
      },
    ],
  },
]
