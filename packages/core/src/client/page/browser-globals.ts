/** The part of a browser's `window` that is used here. This package compiles without the DOM's types. */
export interface BrowserGlobals extends Events {
  readonly document: Events & { readonly visibilityState: string }
  readonly navigator: { readonly locks?: Locks | undefined }
  readonly BroadcastChannel?: (new (name: string) => Channel) | undefined
}

interface Events {
  addEventListener(type: string, listener: () => void): void
  removeEventListener(type: string, listener: () => void): void
}

/** The Web Locks API: secure contexts only. */
export interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly signal?: AbortSignal },
    callback: (lock: object | null) => Promise<void> | undefined,
  ): Promise<unknown>
}

export interface Channel {
  addEventListener(type: 'message', listener: () => void): void
  postMessage(data: string): void
  close(): void
}
