/** Who asks the user to connect an account: your product. */
export interface Brand {
  /** The product's name, up to 40 characters. Texts mention it where trust matters. */
  readonly name: string
  /** The address of a logo, best square or up to four times as wide as high. */
  readonly logo?: string | undefined
  /** Your terms of service: an http or https address, or a path on your site. */
  readonly termsUrl?: string | undefined
  /** Your privacy policy. */
  readonly privacyUrl?: string | undefined
  /** Your help page, or a `mailto:` address. */
  readonly helpUrl?: string | undefined
}
