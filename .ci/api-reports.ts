/**
 * Compares the public API of the built packages with `docs/api`: `node .ci/api-reports.ts [--update]`.
 *
 * There is one report per entry that a host can import. A change of the API shows in a review as a change of
 * its report. Exits with 1 if a report is out of date; `--update` writes them.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'

const root = join(import.meta.dirname, '..')
const isUpdate = process.argv.includes('--update')
const temporary = mkdtempSync(join(tmpdir(), 'connect-account-api-'))
const packages = ['core', 'react', 'server', 'hosted', 'extension', 'element', 'sandbox']
/** An entry for the sibling packages: it changes without notice. */
const internal = './internal'

interface Manifest {
  readonly publishConfig: { readonly exports: Readonly<Record<string, string | { readonly types?: string }>> }
}

/** The entries of a package that have types, each with the file of its types. */
function entriesOf(folder: string): [entry: string, types: string][] {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.entries(manifest.publishConfig.exports).flatMap(([entry, target]) => {
    const types = typeof target === 'string' ? undefined : target.types
    if (!types?.endsWith('.d.ts') || entry.endsWith('.css') || entry === internal) return []
    return [[entry, types]]
  })
}

/** Whether the report of an entry is up to date; writes it first with `--update`. */
function isUpToDate(name: string, entry: string, types: string): boolean {
  const folder = join(root, 'packages', name)
  const typesFile = join(folder, types)
  const reportFolder = join(root, 'docs/api', name)
  const reportFileName = entry === '.' ? 'index' : entry.slice(2).replaceAll('/', '-')
  if (isUpdate) mkdirSync(reportFolder, { recursive: true })
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: typesFile,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            module: 'nodenext',
            moduleResolution: 'nodenext',
            target: 'es2023',
            lib: ['es2024', 'dom', 'dom.iterable'],
            jsx: 'react-jsx',
            types: ['node'],
            strict: true,
            skipLibCheck: true,
          },
          files: [typesFile],
        },
      },
      apiReport: { enabled: true, reportFileName, reportFolder, reportTempFolder: temporary },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
  })
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: isUpdate,
    messageCallback(message) {
      message.handled = true
      if (message.logLevel === 'error') console.error(message.formatMessageWithLocation(root))
    },
  })
  return isUpdate || !apiReportChanged
}

try {
  for (const name of packages) {
    for (const [entry, types] of entriesOf(join(root, 'packages', name))) {
      if (isUpToDate(name, entry, types)) continue
      process.exitCode = 1
      console.error(
        `The API of @connect-account/${name}${entry.slice(1)} differs from its report in docs/api/${name}. ` +
          'Run `pnpm docs:api` after a build, and review the change.',
      )
    }
  }
} finally {
  rmSync(temporary, { recursive: true })
}
