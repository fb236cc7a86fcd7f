/**
 * The whole test command: format, lint, types, dependency rules, then unit, component, server, story, size
 * and end-to-end tests. It runs all of them even if one fails, and ends with `N passed, N failed`. A check
 * that is a single command counts as one.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const reports = mkdtempSync(join(tmpdir(), 'connect-account-test-'))
const consumersReport = join(reports, 'consumers.json')
/** Milliseconds. No step takes a third of this; one that reaches it hangs. */
const STEP_LIMIT = 10 * 60_000
const LINES_OF_FAILURE = 12
/** Node caches compiled modules here, which halves the start time of the tests' processes. */
const COMPILE_CACHE = join(process.cwd(), 'node_modules', '.cache', 'node-compile')

const projects = [
  'core',
  'react',
  'react/bench',
  'server',
  'server/examples',
  'sandbox',
  'hosted',
  'extension',
  'element',
  'test-postgres',
  'test-random',
].map((name) => `packages/${name}`)
projects.push(
  '.ci',
  ...['attacks', 'chaos', 'consumers', 'demo', 'demo-server', 'e2e', 'extension', 'monkeys', 'screens'].map(
    (name) => `apps/${name}`,
  ),
)

/** The tests of these vitest projects. */
const vitest = (...names) => {
  const report = join(reports, `${randomUUID()}.json`)
  const command = ['vitest', 'run', ...names.flatMap((name) => ['--project', name])]
  return {
    command: [...command, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    count: () => countVitest(report),
    failures: () => failuresOfVitest(report),
  }
}

/** Builds the packages as they are published, for the steps that have `needsBuild`. */
const build = {
  name: 'build',
  command: ['pnpm', '--recursive', '--filter', './packages/*', '--reporter=append-only', 'run', 'build'],
}

/** Most of these use one core, so one runs per core. */
const checks = [
  build,
  { name: 'format', command: ['biome', 'format', '.'] },
  { name: 'lint', command: ['biome', 'lint', '--error-on-warnings', '.'] },
  ...projects.map((project) => ({ name: `types of ${project}`, command: ['tsc', '--project', project] })),
  {
    name: 'imports between folders',
    command: ['depcruise', '--output-type', 'err-long', 'packages', 'apps'],
  },
  { name: 'unused code', command: ['knip'] },
  { name: 'licenses', command: ['node', '.ci/audit-dependencies.ts', '--offline'] },
]

/** Checks of the built packages, each of which uses one core. */
const checksOfBuild = [
  { name: 'browser baseline', command: ['node', '.ci/baseline/check-baseline.ts'] },
  { name: 'API reports', command: ['node', '.ci/api-reports.ts'] },
  {
    name: 'bundle budget',
    command: ['node', 'packages/react/bench/size.mjs', '--built', '--check'],
  },
  { name: 'size of the element', command: ['node', 'packages/element/bench/size.mjs', '--check'] },
]

/** One after the other, because each uses all cores. */
const tests = [
  { name: 'packed packages', needsBuild: true, ...vitest('packages') },
  {
    name: 'unit, server, sandbox and component tests',
    ...vitest(
      'unit',
      'server',
      'server-isolated',
      'sandbox',
      'components',
      'components-isolated',
      'adapters',
    ),
  },
  { name: 'server tests on PostgreSQL', ...vitest('postgres') },
  {
    name: 'chaos',
    command: ['node', '--conditions=@connect-account/source', 'apps/chaos/src/chaos.ts', '--minutes', '0.2'],
  },
  { name: 'stories, pages and the element', ...vitest('stories', 'pages', 'element') },
  {
    name: 'accessibility',
    command: [
      'node',
      '--conditions=@connect-account/source',
      'apps/screens/src/accessibility/accessibility.ts',
      '--short',
      '--check',
    ],
  },
  {
    name: 'consumers',
    needsBuild: true,
    command: [
      'node',
      '--conditions=@connect-account/source',
      'apps/consumers/src/run.ts',
      ...['--short', '--built', '--report', consumersReport],
    ],
    count: () => JSON.parse(readFileSync(consumersReport, 'utf8')),
    failures: () => JSON.parse(readFileSync(consumersReport, 'utf8')).failures,
  },
  {
    name: 'end to end',
    command: [
      'node',
      '--conditions=@connect-account/source',
      'node_modules/@playwright/test/cli.js',
      ...['test', '--config', 'apps/e2e/playwright.config.ts'],
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json') },
    count: () => countPlaywright(join(reports, 'e2e.json')),
    failures: () => failuresOfPlaywright(join(reports, 'e2e.json')),
  },
  {
    name: 'monkeys',
    command: [
      'node',
      '--conditions=@connect-account/source',
      'apps/monkeys/src/monkeys.ts',
      ...['--seed', 'test', '--walks', '4', '--workers', '2'],
    ],
  },
  {
    name: 'attacks',
    // The end-to-end tests have built the sites.
    command: [
      'node',
      '--conditions=@connect-account/source',
      'apps/attacks/src/attacks.ts',
      ...['--short', '--built'],
    ],
  },
]

function countVitest(report) {
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  // A file that fails to load has no failed test, but none of its tests ran.
  return {
    passed: numPassedTests,
    failed: numFailedTests || (success ? 0 : Math.max(1, numFailedTestSuites)),
  }
}

function countPlaywright(report) {
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats
  return { passed: expected, failed: unexpected + flaky }
}

/** Failures are repeated at the end, because a step's own output may be thousands of lines above. */
function failuresOfVitest(report) {
  return JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(
    ({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      const file = relative(process.cwd(), name)
      if (failed.length === 0) return message ? [`${file}\n${message}`] : []
      return failed.map(
        ({ fullName, failureMessages }) => `${file} › ${fullName}\n${failureMessages.join('\n')}`,
      )
    },
  )
}

function failuresOfPlaywright(report) {
  const inSuite = ({ suites = [], specs = [] }) => [
    ...suites.flatMap(inSuite),
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) => {
        const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors))
        return `${file} › ${title}\n${errors.map(({ message }) => message).join('\n')}`
      }),
  ]
  return inSuite(JSON.parse(readFileSync(report, 'utf8')))
}

/** @param write Receives the output. Default: writes it to this process's output. */
function run({ command, env }, write) {
  return new Promise((resolve) => {
    const [program, ...args] = command
    const output = write ? 'pipe' : 'inherit'
    const child = spawn(program, args, {
      stdio: ['ignore', output, output],
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
      shell: process.platform === 'win32',
    })
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', write)
    const limit = setTimeout(() => child.kill('SIGKILL'), STEP_LIMIT)
    child.on('error', () => resolve(false))
    child.on('close', (code) => {
      clearTimeout(limit)
      resolve(code === 0)
    })
  })
}

function countOf(step, hasSucceeded) {
  if (!step.count) return { passed: hasSucceeded ? 1 : 0, failed: hasSucceeded ? 0 : 1 }
  try {
    const { passed, failed } = step.count()
    return { passed, failed: failed || (hasSucceeded ? 0 : 1) }
  } catch (error) {
    console.error(`${step.name}: no report (${error.message})`)
    return { passed: 0, failed: 1 }
  }
}

function failuresOf(step) {
  try {
    const failed = step.failures?.() ?? []
    return failed.length > 0 ? failed : [`${step.command.join(' ')}: see its output above`]
  } catch (error) {
    return [`No report: ${error.message}`]
  }
}

async function take(step, write) {
  const start = performance.now()
  const counts = countOf(step, await run(step, write))
  if (counts.failed > 0) failures.push(...failuresOf(step).map((failure) => `${step.name}: ${failure}`))
  rows.push({ step: step.name, ...counts, seconds: Math.round((performance.now() - start) / 100) / 10 })
}

async function takeTogether(together) {
  const left = [...together]
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let step = left.shift(); step; step = left.shift()) {
        let output = ''
        await take(step, (text) => {
          output += text
        })
        console.log(`\n── ${step.name} ──\n${output.trimEnd()}`)
      }
    }),
  )
}

const only = process.argv.slice(2)
const isSelected = ({ name }) => only.length === 0 || only.some((word) => name.includes(word))
const rows = []
const failures = []
const selected = tests.filter(isSelected)
const selectedChecks = checksOfBuild.filter(isSelected)
const isBuildNeeded = selectedChecks.length > 0 || selected.some(({ needsBuild }) => needsBuild)
await takeTogether(checks.filter((check) => isSelected(check) || (check === build && isBuildNeeded)))
await takeTogether(selectedChecks)
for (const step of selected) {
  console.log(`\n── ${step.name} ──`)
  await take(step)
}
rmSync(reports, { recursive: true, force: true })

for (const failure of failures)
  console.log(`\n✗ ${failure.split('\n').slice(0, LINES_OF_FAILURE).join('\n')}`)
console.log()
console.table(rows)
const total = (key) => rows.reduce((sum, row) => sum + row[key], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exit(total('failed') > 0 || rows.length === 0 ? 1 : 0)
