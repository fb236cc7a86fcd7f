/** Why an event was not delivered. */
export class DeliveryError extends Error {
  /** `callback_failed`, `timeout`, `unreachable`, or `http_` and a status. */
  readonly failure: string
  /** Whether another try is pointless. */
  readonly isFinal: boolean

  constructor(failure: string, { isFinal = false, ...options }: ErrorOptions & { isFinal?: boolean } = {}) {
    super(`The event was not delivered: ${failure}.`, options)
    this.failure = failure
    this.isFinal = isFinal
  }
}
