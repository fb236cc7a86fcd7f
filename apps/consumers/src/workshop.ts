import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright'
import { chromium as launchOptions } from '../../e2e/support/chromium.ts'

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))

/** Used as the machine's address if it has only the loopback. */
const LAN_NAME = 'lan.test'

/**
 * What the cases share: a temporary folder outside the repository, a browser, and values that are created
 * once.
 */
export class Workshop implements AsyncDisposable {
  readonly folder: string
  readonly isBuilt: boolean
  /** The console output and the text of the last closed page, for the report of a failure. */
  lastPage = ''
  readonly #shared = new Map<string, Promise<unknown>>()
  readonly #disposables: AsyncDisposable[] = []

  /** @param isBuilt Whether the packages are built already. */
  static async open(isBuilt: boolean): Promise<Workshop> {
    return new Workshop(await mkdtemp(join(tmpdir(), 'connect-account-consumers-')), isBuilt)
  }

  constructor(folder: string, isBuilt: boolean) {
    this.folder = folder
    this.isBuilt = isBuilt
  }

  /**
   * Creates a value at its first use and returns the same one afterwards. It is disposed of at the end if it
   * can be.
   */
  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#shared.get(key)
    // The key identifies the type of the value.
    if (known) return known as Promise<T>
    const made = make().then((value) => {
      if (isDisposable(value)) this.#disposables.push(value)
      return value
    })
    this.#shared.set(key, made)
    return made
  }

  browser(): Promise<Browser> {
    return this.once('browser', async () => {
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${LAN_NAME} 127.0.0.1`]
      const browser = await chromium.launch({ ...launchOptions, args })
      return Object.assign(browser, { [Symbol.asyncDispose]: () => browser.close() })
    })
  }

  /** Copies a fixture to `target`, relative to the workshop's folder. Returns the full path. */
  async copyFixture(name: string, target: string): Promise<string> {
    const folder = resolve(this.folder, target)
    await mkdir(folder, { recursive: true })
    await cp(join(fixtures, name), folder, { recursive: true })
    return folder
  }

  /** Disposes of the shared values, the latest first. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const disposable of this.#disposables.reverse()) await disposable[Symbol.asyncDispose]()
  }

  async removeFolder(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function isDisposable(value: unknown): value is AsyncDisposable {
  return typeof value === 'object' && value !== null && Symbol.asyncDispose in value
}

/** An address of this machine that is not a secure context over plain http. */
export function lanHost(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? LAN_NAME
}
