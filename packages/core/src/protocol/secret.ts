/**
 * A value that passes through and is seen by nobody: a password, a code, a token. Printing, serialising, cloning or
 * inspecting it shows `[secret]`; only `reveal` at the wire gives the value.
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
