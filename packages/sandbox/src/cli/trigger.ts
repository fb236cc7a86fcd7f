import { suggest } from '../options/known-names.ts'
import { sandboxPhone } from '../testing/phone.ts'
import type { PhoneContents } from '../wire/phone-contents.ts'
import type { Output } from './output.ts'
import { parseOptions, readUrl, UsageError, type ValuesOf } from './parse-options.ts'
import { type Scenario, scenarios } from './scenarios.ts'

export const triggerUsage = `npx @connect-account/sandbox trigger <scenario> [options]
  Makes something happen in a sandbox that runs, with its webhooks.

      --account <id or name>  Account id or sign-in name. Default: the newest account
      --url <url>             The sandbox's address. Default: http://localhost:4010
      --list                  List the scenarios
      --json                  Print JSON
  -h, --help                  Print this text`

const options = {
  account: { type: 'string' },
  url: { type: 'string', default: 'http://localhost:4010' },
  list: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/**
 * Runs `trigger`.
 * @returns the exit code: 1 if the sandbox cannot be reached or has no such account.
 * @throws UsageError.
 */
export async function trigger(args: readonly string[], { print, note }: Output): Promise<number> {
  const { values, positionals } = parseOptions(args, options)
  if (values.help) {
    print(triggerUsage)
    return 0
  }
  if (values.list) {
    list(values, print)
    return 0
  }
  const scenario = scenarioOf(positionals)
  const url = readUrl('url', values.url)
  const phone = sandboxPhone(url, { waitMs: 0 })
  try {
    const account = scenario.needsAccount
      ? accountOf((await phone.look()).accounts, values.account)
      : undefined
    await scenario.run(phone, account?.id ?? '')
    const done = { scenario: scenario.name, ...(account && { account: account.id, name: account.name }) }
    print(
      values.json
        ? JSON.stringify(done)
        : `${scenario.name}${account ? `: ${account.name} (${account.id})` : ''}`,
    )
    return 0
  } catch (error) {
    note(explain(error, url))
    return 1
  }
}

function list({ json }: ValuesOf<typeof options>, print: Output['print']) {
  if (json) return print(JSON.stringify(scenarios.map(({ run: _, ...scenario }) => scenario)))
  for (const { name, description } of scenarios) print(`${name.padEnd(24)}${description}`)
}

function scenarioOf([name, ...others]: readonly string[]): Scenario {
  const names = scenarios.map((scenario) => scenario.name)
  if (name === undefined) throw new UsageError('trigger: name a scenario. --list has them.')
  if (others.length > 0) throw new UsageError('trigger: name one scenario.')
  const scenario = scenarios.find((one) => one.name === name)
  if (scenario) return scenario
  throw new UsageError(`trigger: no scenario "${name}".${suggest(name, names)} --list has them.`)
}

type PhoneAccount = PhoneContents['accounts'][number]

class NoSuchAccount extends Error {}

/** The account with this id, or the newest of this sign-in name, or the newest of all. */
function accountOf(accounts: readonly PhoneAccount[], wanted: string | undefined): PhoneAccount {
  const found =
    wanted === undefined
      ? accounts[0]
      : (accounts.find(({ id }) => id === wanted) ?? accounts.find(({ to }) => to === wanted.toLowerCase()))
  if (found) return found
  const known = accounts.map(({ id, to }) => `  ${id} (${to})`).join('\n')
  throw new NoSuchAccount(
    accounts.length === 0
      ? 'The sandbox has no account yet. Link one first.'
      : `The sandbox has no account "${wanted}". It has:\n${known}`,
  )
}

function explain(error: unknown, url: string): string {
  if (error instanceof NoSuchAccount) return error.message
  // What `fetch` rejects with if nobody listens there.
  if (error instanceof TypeError)
    return `No sandbox runs at ${url}. Start one with: npx @connect-account/sandbox`
  return error instanceof Error ? error.message : String(error)
}
