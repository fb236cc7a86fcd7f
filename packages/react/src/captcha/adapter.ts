/**
 * A captcha from the provider: the vendor's public key and extra data. Each is `null` if the captcha has
 * none.
 */
export interface CaptchaChallenge {
  readonly publicKey: string | null
  readonly data: string | null
}

export interface CaptchaHandlers {
  /** Call it when the user solved the captcha. The token is used once and never stored. */
  onToken(token: string): void
  /** Call it if the captcha can't be shown or solved, with an error for developers. */
  onError(error: Error): void
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
