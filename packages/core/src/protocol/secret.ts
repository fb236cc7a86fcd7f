/**
 * A value that must not be exposed: a password, a code, a token. Printing, serializing, cloning or inspecting
 * it shows `[secret]`; only `reveal` returns the value, when it is sent.
 */
export class Secret<T> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  reveal(): T {
    return this.#value
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }
}
