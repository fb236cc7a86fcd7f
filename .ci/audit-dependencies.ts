/**
 * Checks what the published packages bring with them: `node .ci/audit-dependencies.ts [--offline]`.
 *
 * Every dependency in the lock file has a license that lets any product use it, and no known vulnerability.
 * Licenses are read from the installed packages. Advisories come from the registry: one that offers none is
 * reported, and is no failure. `--offline` leaves them out.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import satisfies from 'spdx-satisfies'

/** Permissive licenses, by their SPDX ids. */
const allowed = ['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']
const published = ['core', 'react', 'server', 'hosted', 'extension', 'element', 'sandbox']
/** Milliseconds. */
const TIMEOUT = 60_000

type LicensedPackages = Readonly<
  Record<string, readonly { readonly name: string; readonly versions: readonly string[] }[]>
>

interface Audit {
  readonly advisories: Readonly<
    Record<string, { readonly module_name: string; readonly severity: string; readonly title: string }>
  >
}

async function pnpm(...args: string[]): Promise<string> {
  const filters = published.map((name) => `--filter=./packages/${name}`)
  const { stdout } = await promisify(execFile)('pnpm', [...filters, ...args], { timeout: TIMEOUT })
  return stdout
}

function isAllowed(license: string): boolean {
  try {
    return satisfies(license, allowed)
  } catch {
    // Not an SPDX expression, such as "SEE LICENSE IN …".
    return false
  }
}

async function checkLicenses(): Promise<string[]> {
  const found: LicensedPackages = JSON.parse(await pnpm('licenses', 'list', '--prod', '--json'))
  const packages = Object.entries(found).flatMap(([license, list]) =>
    list.map(({ name, versions }) => ({ name, versions, license })),
  )
  if (packages.length === 0) throw new Error('No package was found: run `pnpm install` first.')
  console.log(`Licenses: ${packages.length} packages.`)
  return packages
    .filter(({ license }) => !isAllowed(license))
    .map(({ name, versions, license }) => `${name} ${versions.join(', ')} has the license ${license}`)
}

async function checkAdvisories(): Promise<string[]> {
  const audited = pnpm('audit', '--prod', '--json')
  // It exits with 1 if it finds something.
  const output = await audited.catch((error: { readonly stdout?: string; readonly stderr?: string }) => {
    if (error.stdout?.startsWith('{')) return error.stdout
    console.log(`Advisories: not checked. pnpm says: ${(error.stderr || error.stdout || '').trim()}`)
    return undefined
  })
  if (output === undefined) return []
  const { advisories }: Audit = JSON.parse(output)
  const found = Object.values(advisories)
  console.log(`Advisories: ${found.length}.`)
  return found.map(({ module_name, severity, title }) => `${module_name}: ${severity}, ${title}`)
}

const faults = [
  ...(await checkLicenses()),
  ...(process.argv.includes('--offline') ? [] : await checkAdvisories()),
]
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
