declare global {
  /** What the classic script `connect-account.js` adds to the page. */
  var ConnectAccount:
    | {
        readonly version: string
        /** Settles once the elements are defined. */
        readonly ready: Promise<void>
      }
    | undefined
}

export {}
