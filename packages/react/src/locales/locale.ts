import type { Messages } from './messages.ts'

/** A language of the kit. `@connect-account/react/locales/fr` and its siblings export the translated ones. */
export interface Locale {
  /** The language as a BCP 47 tag, for `lang` and for names and numbers. */
  readonly tag: string
  /** @default 'ltr' */
  readonly direction?: 'ltr' | 'rtl' | undefined
  /** All messages, or a function that loads them. @default The built-in English ones. */
  readonly messages?: Messages | (() => Promise<Messages>) | undefined
}
