/** A captcha as the provider posed it: the vendor's public key and its extra data, each `null` where it has none. */
export interface CaptchaChallenge {
  readonly publicKey: string | null
  readonly data: string | null
}

export interface CaptchaHandlers {
  /** The user solved it. The token is used once and never kept. */
  onToken(token: string): void
  /** It cannot be shown or solved: say why in words for a developer. */
  onError(error: Error): void
  /** The host's CSP nonce, for scripts that the adapter adds. */
  readonly nonce?: string
}

/** Shows one vendor's captcha. Register it in the `captcha` prop of `<ConnectAccount/>`. */
export interface CaptchaAdapter {
  /** For messages to developers. */
  readonly name: string
  /** Draws the challenge into `container`; the returned function removes it and frees what it holds. */
  mount(container: HTMLElement, challenge: CaptchaChallenge, handlers: CaptchaHandlers): () => void
}
