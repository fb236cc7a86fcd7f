/** What this package uses of an extension's own APIs. `chrome` of Chrome and `browser` of Firefox both fit. */
export interface ExtensionBrowser {
  readonly cookies: {
    /** Returns the cookie that the browser would send to `url`. */
    get(details: { readonly url: string; readonly name: string }): Promise<{ readonly value: string } | null>
  }
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, unknown>>
      set(items: Record<string, unknown>): Promise<void>
    }
  }
}
