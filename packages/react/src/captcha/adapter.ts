/**
 * A captcha from the provider: the vendor's public key and extra data. Each is `null` if the captcha has
 * none.
 */
export interface CaptchaChallenge {
  readonly publicKey: string | null
  readonly data: string | null
}

/** Words of the captcha itself, in the user's language. */
export interface CaptchaTexts {
  /** The name of a frame, for screen readers. */
  readonly title: string
  /** The label of a checkbox in each state. */
  readonly idle: string
  readonly solving: string
  readonly solved: string
}

export interface CaptchaHandlers {
  /** Call it when the user solved the captcha. The token is used once and never stored. */
  onToken(token: string): void
  /** Call it if the captcha can't be shown or solved, with an error for developers. */
  onError(error: Error): void
  /** @default English texts of the adapter. */
  readonly texts?: CaptchaTexts
  /** The host's CSP nonce, for scripts that the adapter adds. */
  readonly nonce?: string
}

/** Shows one vendor's captcha. Register it in the `captcha` prop of `<ConnectAccount/>`. */
export interface CaptchaAdapter {
  /** Used in error messages for developers. */
  readonly name: string
  /**
   * Renders the challenge into `container`. Returns a function that removes it and releases its resources.
   */
  mount(container: HTMLElement, challenge: CaptchaChallenge, handlers: CaptchaHandlers): () => void
}
