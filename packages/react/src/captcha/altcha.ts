import { type Challenge, type DeriveKeyFunction, type Solution, solveChallenge } from 'altcha-lib'
import type { CaptchaAdapter, CaptchaHandlers } from './adapter.ts'

/** The button's label in each state. */
export interface AltchaLabels {
  readonly idle: string
  readonly solving: string
  readonly solved: string
}

export interface AltchaOptions {
  /** @default The labels of the flow's messages. */
  readonly labels?: Partial<AltchaLabels>
  /**
   * Milliseconds before it fails.
   * @default 90_000
   */
  readonly timeout?: number
}

const english: AltchaLabels = { idle: 'I’m human', solving: 'Checking…', solved: 'Checked' }

/**
 * ALTCHA (altcha.org), a proof of work without a puzzle, a third party or tracking. Supports PBKDF2 and SHA
 * challenges.
 *
 * The checkpoint's `data` is a challenge of altcha-lib's `createChallenge`, as JSON. The token is base64 JSON
 * for its `verifySolution`. The user's click starts the work, which runs in Web Crypto, off the main thread.
 * Requires a secure context (https or localhost).
 */
export function altchaCaptcha({ labels, timeout = 90_000 }: AltchaOptions = {}): CaptchaAdapter {
  return {
    name: 'altcha',
    mount(container, { data }, handlers) {
      const texts = { ...(handlers.texts ?? english), ...labels }
      const controller = new AbortController()
      const button = document.createElement('button')
      button.type = 'button'
      button.dataset.ca = 'altcha'
      button.setAttribute('role', 'checkbox')

      function show(state: keyof AltchaLabels) {
        button.dataset.state = state
        button.setAttribute('aria-checked', state === 'solved' ? 'true' : 'false')
        button.setAttribute('aria-busy', String(state === 'solving'))
        button.textContent = texts[state]
      }

      show('idle')
      button.addEventListener('click', () => {
        if (button.dataset.state !== 'idle') return
        show('solving')
        solve(data, controller, timeout).then(
          (token) => {
            if (controller.signal.aborted) return
            show('solved')
            handlers.onToken(token)
          },
          (error: unknown) => {
            if (!controller.signal.aborted) report(error, handlers)
          },
        )
      })
      container.append(button)

      return () => {
        controller.abort()
        button.remove()
      }
    },
  }
}

async function solve(data: string | null, controller: AbortController, timeout: number): Promise<string> {
  const challenge = parseChallenge(data)
  const deriveKey = await algorithmFor(challenge.parameters.algorithm)
  const solution = await solveChallenge({ challenge, deriveKey, controller, timeout })
  if (!solution) throw new Error('The challenge was not solved in time.')
  return encode({ challenge, solution })
}

/** Checks only what this file uses. The server verifies its signature over the rest. */
function isChallenge(value: unknown): value is Challenge {
  if (typeof value !== 'object' || value === null || !('parameters' in value)) return false
  const { parameters } = value
  return typeof parameters === 'object' && parameters !== null && 'algorithm' in parameters
}

function parseChallenge(data: string | null): Challenge {
  const challenge: unknown = JSON.parse(data ?? 'null')
  if (!isChallenge(challenge)) throw new Error('The captcha\'s "data" is not an ALTCHA challenge.')
  return challenge
}

async function algorithmFor(name: string): Promise<DeriveKeyFunction> {
  const { deriveKey } = name.startsWith('PBKDF2/')
    ? await import('altcha-lib/algorithms/web/pbkdf2')
    : await import('altcha-lib/algorithms/web/sha')
  return deriveKey
}

function encode(payload: { challenge: Challenge; solution: Solution }): string {
  const bytes = new TextEncoder().encode(JSON.stringify(payload))
  return btoa(String.fromCharCode(...bytes))
}

function report(error: unknown, handlers: CaptchaHandlers) {
  handlers.onError(error instanceof Error ? error : new Error(String(error)))
}
