import type { Account, Field, Provider } from '@connect-account/core'
import type { CaptchaAdapter } from '../../captcha/adapter.ts'
import type { ShownOnPhone } from '../../hooks/flow/connect-step.ts'

/** A field of a form. What your control needs has the names of React's props. */
export interface FormField {
  readonly name: string
  readonly label: string
  readonly help?: string | undefined
  /** What is wrong with its value. */
  readonly error?: string | undefined
  readonly type: Field['type']
  readonly autoComplete: string
  readonly inputMode?: 'numeric' | 'tel' | undefined
  readonly required: boolean
  /** What to fill in at first. */
  readonly value?: string | undefined
  /** The heading of the fields that belong together. */
  readonly group?: string | undefined
  /** Of a select; else empty. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** A provider, a contract or a way to verify. */
export interface StepChoice {
  readonly id: string
  readonly label: string
  readonly description?: string | undefined
  /** Present in the picker: it has an icon. */
  readonly provider?: Provider
  choose(): void
}

/** A verb of the step that needs no value, with its name. */
export interface StepAction {
  readonly label: string
  /** Whether it is what most users do next. */
  readonly isPrimary: boolean
  readonly isPending: boolean
  /** Whether it has to wait, as its label says. */
  readonly isDisabled: boolean
  run(): void
}

/** What a step has between its text and its actions, by kind. Steps of later versions have these kinds too. */
export interface StepBodies {
  /** Credentials, codes, passwords and phone numbers. */
  form: {
    readonly fields: readonly FormField[]
    readonly submitLabel: string
    /**
     * Reads the form: a pasted text becomes the code, the cookies or the number in it. What is wrong appears at
     * `fields`, and nothing is submitted.
     */
    submit(form: FormData): void
    /** What the phone asks to compare: tap on it what is shown here. */
    readonly show?: ShownOnPhone | undefined
  }
  /** Providers, contracts and ways to verify. */
  choice: { readonly choices: readonly StepChoice[] }
  qr: {
    /** What to encode. */
    readonly qrcode: string
    /** What to do on the phone, in order. */
    readonly instructions: readonly string[]
  }
  /** Something to enter or tap on the phone. Show its value from left to right, and its `label` to screen readers. */
  show: {
    readonly show: ShownOnPhone
    /** What to do on the phone, in order; empty if it is not known. */
    readonly instructions: readonly string[]
  }
  captcha: {
    /** Lets your adapter draw into `container`, and submits its token. Returns a function that removes it. */
    mount(adapter: CaptchaAdapter, container: HTMLElement): () => void
  }
  /** The user has nothing to do here. */
  waiting: Record<never, never>
  /** Only text and actions: ends, outages, the way to a consent page. */
  message: {
    /** What was connected. */
    readonly account?: Account | undefined
    /** Details for your support, each with its name. */
    readonly facts?: readonly (readonly [name: string, value: string | undefined])[] | undefined
  }
}

export type StepKind = keyof StepBodies

/** The texts and actions that every step has. */
export interface StepTexts {
  readonly heading: string
  readonly text?: string | undefined
  /** What went wrong, except what fields say. */
  readonly error?: string | undefined
  /** Below the body: a promise, or how long a QR code is fresh. */
  readonly note?: string | undefined
  readonly actions: readonly StepAction[]
}

/** What a step says and offers, without a look: texts in the user's language, verbs with their names. */
export type StepContent = {
  [K in StepKind]: { readonly kind: K } & StepTexts & StepBodies[K]
}[StepKind]
