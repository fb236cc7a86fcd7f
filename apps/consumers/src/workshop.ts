import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright'
import { chromium as launchOptions } from '../../e2e/support/chromium.ts'

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))

/** Stands for the machine's address where it has none but the loopback. */
const LAN_NAME = 'lan.test'

/** What the cases share: a temporary folder outside the repository, a browser, and what is made once for several of them. */
export class Workshop implements AsyncDisposable {
  readonly folder: string
  readonly isBuilt: boolean
  /** What the page that was closed last had said and shown; for the report of a failure. */
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

  /** Makes something at its first use and returns the same afterwards; one that can be disposed of is, at the end. */
  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#shared.get(key)
    // The key names what was made.
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

  /** Copies a fixture to `target`, from the workshop's folder. Returns the whole path. */
  async copyFixture(name: string, target: string): Promise<string> {
    const folder = resolve(this.folder, target)
    await mkdir(folder, { recursive: true })
    await cp(join(fixtures, name), folder, { recursive: true })
    return folder
  }

  /** Closes what is shared, the latest first. */
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

/** A host of this machine that browsers do not trust over plain http. */
export function lanHost(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? LAN_NAME
}
