import { randomInt } from 'node:crypto'
import type { StoredDisplay } from '../state/state.ts'

/** What the persona's step shows: a number or an emoji to find on the phone, or a code to enter there. */
export type DisplayKind = 'number' | 'emoji' | 'code'

const emojis = [
  ['🦊', 'fox'],
  ['🌵', 'cactus'],
  ['🎈', 'balloon'],
  ['🍋', 'lemon'],
  ['⚓', 'anchor'],
  ['🐳', 'whale'],
] as const
/** Without what people confuse. */
const letters = '23456789ABCDEFGHJKLMNPQRSTVWXYZ'
const CHOICES = 3

/** Draws a value, and for one to find the others that the phone offers beside it. */
export function newDisplay(kind: DisplayKind): StoredDisplay {
  switch (kind) {
    case 'number': {
      const first = randomInt(10, 100)
      const choices = Array.from({ length: CHOICES }, (_, index) => String(10 + ((first + 31 * index) % 90)))
      return { type: 'NUMBER', value: choices[randomInt(CHOICES)] ?? String(first), choices }
    }
    case 'emoji': {
      const first = randomInt(emojis.length)
      const offered = Array.from(
        { length: CHOICES },
        (_, index) => emojis[(first + index) % emojis.length] ?? emojis[0],
      )
      const [value, label] = offered[randomInt(CHOICES)] ?? emojis[first] ?? emojis[0]
      return { type: 'EMOJI', value, label, choices: offered.map(([emoji]) => emoji) }
    }
    case 'code':
      return { type: 'CODE', value: newDisplayCode(), choices: [] }
  }
}

/** A code as WhatsApp writes one: two groups of four letters and digits. */
function newDisplayCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${group()}-${group()}`
}

/** The member `display` of a checkpoint. Public sources do not describe one [?]. */
export function wireDisplay(display: StoredDisplay | undefined, expiresAt: number): { display?: object } {
  if (!display) return {}
  const { choices: _, ...shown } = display
  return { display: { ...shown, expires_at: new Date(expiresAt).toISOString() } }
}

/** Whether what was tapped or typed on the phone is what is shown; typed without regard to case and dashes. */
export function isShown({ value }: StoredDisplay, entered: string | undefined): boolean {
  const plain = (text: string) => text.trim().toUpperCase().replaceAll('-', '')
  return entered !== undefined && plain(entered) === plain(value)
}
