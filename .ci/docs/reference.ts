import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { requestFieldErrors } from '../../packages/core/src/errors/field-errors.ts'
import { errorCatalogue, errorCodes } from '../../packages/core/src/errors/index.ts'
import { english } from '../../packages/react/test/english.ts'
import { triggerEvents } from '../../packages/server/src/upstream/v2/webhook-event.ts'
import { type Api, type Export, publishedPackages } from './api.ts'
import { exportSection, type GeneratedPage, memberTable, prose, resultTable, table } from './markdown.ts'
import { type Page, root } from './pages.ts'

const kinds: readonly (readonly [Export['kind'], string])[] = [
  ['component', 'Components'],
  ['hook', 'Hooks'],
  ['function', 'Functions'],
  ['value', 'Values'],
  ['type', 'Types'],
]

/** What each entry is for, and its place among the pages. */
const entryTitles: Readonly<Record<string, string>> = {
  '@connect-account/react': 'The flow and its dialog, and the hooks below them.',
  '@connect-account/react/accounts': 'The list of accounts, a status, a button to reconnect.',
  '@connect-account/react/headless': 'What each step says and offers, for screens of your own.',
  '@connect-account/server': 'The handler, its settings, and what your backend can ask it.',
  '@connect-account/sandbox': 'The stand-in for Unipile, in a process of yours.',
  '@connect-account/sandbox/testing': 'What a user does outside of your page, for your tests.',
}

/** The types are in the page of the package itself. */
const isShownElsewhere = (name: string) => name === '@connect-account/core/protocol'

const pathOfEntry = (name: string) =>
  `reference/${name.replace('@connect-account/', '').replaceAll('/', '-')}.md`

/** `@connect-account/react` of `@connect-account/react/accounts`. */
const rootOf = (name: string) => name.split('/').slice(0, 2).join('/')

function entryPages(api: Api): GeneratedPage[] {
  const entries = api.entries()
  const shared = new Map(entries.map(({ name, exports }) => [name, new Set(exports.map((one) => one.name))]))
  return entries
    .filter(({ name, exports }) => exports.length > 0 && !isShownElsewhere(name))
    .map(({ name, exports: all }) => {
      const main = rootOf(name)
      const isRepeated = (one: Export) =>
        main !== name && one.kind === 'type' && shared.get(main)?.has(one.name)
      return { name, main, exports: all.filter((one) => !isRepeated(one)), repeated: all.filter(isRepeated) }
    })
    .map(({ name, main, exports, repeated }, at) => ({
      path: pathOfEntry(name),
      title: name,
      description: entryTitles[name] ?? `What \`${name}\` exports.`,
      order: 20 + at,
      parts: [
        `Everything that \`${name}\` exports.`,
        ...(repeated.length > 0
          ? [
              `Also these types of [${main}](${pathOfEntry(main).replace('reference/', '')}): ${repeated
                .map((one) => `\`${one.name}\``)
                .join(', ')}.`,
            ]
          : []),
        ...kinds.flatMap(([kind, title]) => {
          const shown = exports.filter((one) => one.kind === kind)
          return shown.length > 0 ? [`## ${title}`, ...shown.map(exportSection)] : []
        }),
      ],
    }))
}

const userTexts: Readonly<Record<string, string>> = english.errors

function errorsPage(): GeneratedPage {
  const parts = errorCodes.map((code) => {
    const { title, status, cause, remedy, retryable, isRoutine } = errorCatalogue[code]
    const seen = userTexts[code] ?? userTexts.internal_error ?? ''
    return [
      `### \`${code}\``,
      `${title}.`,
      [
        `- **Cause**: ${prose(cause)}`,
        `- **What to do**: ${prose(remedy)}`,
        `- **The user sees**: “${seen}”`,
        `- **HTTP status**: ${status}. ${retryable ? 'The same call can succeed later.' : 'The same call fails again.'}`,
        isRoutine ? '- Part of normal use: it is not reported to `onError`.' : '',
      ]
        .filter(Boolean)
        .join('\n'),
    ].join('\n\n')
  })
  const fields = Object.entries(english.fieldErrors).map(([code, text]) => [
    `\`${code}\``,
    `“${typeof text === 'string' ? text : text('incoming mail server', { cookie: 'li_at', side: 'imap' })}”`,
  ])
  return {
    path: 'reference/errors.md',
    title: 'Error codes',
    description: 'Every error code: its cause, what to do about it, and what the user sees.',
    order: 4,
    parts: [
      'A code never changes its meaning. New ones may be added, so treat a code that you do not know as `internal_error`. ' +
        'The server responds with a problem document (RFC 9457) whose `code` is one of these; `onError` and `step.error` have it too. ' +
        'The texts for users are English here; each language of the kit has its own, and `messages.errors` replaces them.',
      '## Codes',
      ...parts,
      '## Errors of fields',
      'What can be wrong with one field of a form. `step.error.fields` has `{ name, code, params? }`. The texts name the field; these are examples.',
      table(['Code', 'The user sees'], fields),
      'Only the program that made the request can correct these:',
      table(
        ['Code'],
        requestFieldErrors.map((code) => [`\`${code}\``]),
      ),
    ],
  }
}

const heading = (name: string): string | undefined => {
  const words: unknown = Reflect.get(english, name)
  if (typeof words !== 'object' || words === null) return undefined
  const text: unknown = Reflect.get(words, 'heading')
  return typeof text === 'function' ? String(text('LinkedIn')) : typeof text === 'string' ? text : undefined
}

const seenAs = (name: string) => {
  const text = heading(name)
  return text ? `The user sees: “${text}”` : ''
}

function stepsPage(api: Api): GeneratedPage {
  const comments = api.commentsIn('packages/core/src/protocol/checkpoint.ts')
  const outcomes = api.commentsIn('packages/core/src/protocol/outcome.ts')
  const map = api.find('@connect-account/react', 'ConnectStepMap')
  const variants = new Map(
    api.find('@connect-account/react', 'ConnectStep').variants.map((variant) => [variant.name, variant]),
  )
  const checkpoints = api.find('@connect-account/core', 'Checkpoint').variants.map(({ name }) => name)
  const section = ({ name, text }: { readonly name: string; readonly text: string }) => {
    const members = variants.get(name)?.members ?? []
    const comment = text || comments.get(name) || outcomes.get(name) || ''
    return [`### \`${name}\``, prose(comment), seenAs(name), memberTable(members)]
      .filter(Boolean)
      .join('\n\n')
  }
  const isOutcome = (name: string) => outcomes.has(name)
  const steps = map.members
  return {
    path: 'reference/steps.md',
    title: 'Steps and checkpoints',
    description:
      'Every step of the flow with its data and its verbs, and the checkpoints that a provider may raise.',
    order: 1,
    parts: [
      '`useConnectAccount()` returns one `step`. Switch on `step.type`: each step has its data and exactly the verbs that are available.',
      '## Before and between',
      ...steps.filter(({ name }) => !isOutcome(name) && !checkpoints.includes(name)).map(section),
      '## Checkpoints',
      'What a provider asks for during an intent. Any number of them, in any order.',
      ...steps.filter(({ name }) => checkpoints.includes(name)).map(section),
      '## Ends',
      'How an intent ended: see [Outcomes](outcomes.md).',
      ...steps.filter(({ name }) => isOutcome(name)).map(section),
    ],
  }
}

function outcomesPage(api: Api): GeneratedPage {
  const comments = api.commentsIn('packages/core/src/protocol/outcome.ts')
  const order = [...comments.keys()]
  const variants = [...api.find('@connect-account/core', 'Outcome').variants].sort(
    (a, b) => order.indexOf(a.name) - order.indexOf(b.name),
  )
  return {
    path: 'reference/outcomes.md',
    title: 'Outcomes',
    description: 'How an intent can end, what each outcome holds, and what the user sees.',
    order: 2,
    parts: [
      'An intent ends once, with one outcome. `onEnd(outcome, details)` gets it, and `outcome.type` is one of these.',
      ...variants.map(({ name, members }) =>
        [
          `### \`${name}\``,
          prose(comments.get(name) ?? ''),
          seenAs(name),
          members.length > 0 ? memberTable(members) : 'It holds nothing else.',
        ]
          .filter(Boolean)
          .join('\n\n'),
      ),
      '## What caused it',
      memberTable(api.find('@connect-account/react', 'EndDetails').members),
    ],
  }
}

/** The objects that `createConnectHandler` and its calls take, by their type. */
const settings: readonly (readonly [type: string, title: string])[] = [
  ['ConnectSettings', 'Settings of the handler'],
  ['LinkSettings', '`links`'],
  ['NoticeSettings', '`notices`'],
  ['RateLimits', '`rateLimits`'],
  ['StreamLimits', '`streamLimits`'],
  ['Timings', '`timings`'],
  ['ProviderOptions', 'What `providerOptions` returns'],
  ['MintInput', '`mintSession()`'],
  ['CreateLinkInput', '`links.create()`'],
]

function settingsPage(api: Api): GeneratedPage {
  const find = (name: string) => api.find('@connect-account/server', name)
  return {
    path: 'reference/settings.md',
    title: 'Settings of the handler',
    description:
      'Everything that createConnectHandler takes, with defaults, and what the handler offers your backend.',
    order: 5,
    parts: [
      'A setting that cannot work, or that is unknown, rejects with a `ConnectError` of code `invalid_setting`; its `detail` says what to set.',
      ...settings.flatMap(([name, title]) => {
        const { text, members } = find(name)
        return [[`## ${title}`, prose(text), memberTable(members)].filter(Boolean).join('\n\n')]
      }),
      '## The handler',
      resultTable(find('ConnectHandler').members),
      '## `handler.links`',
      resultTable(find('HostLinks').members),
    ],
  }
}

function webhooksPage(api: Api): GeneratedPage {
  const find = (name: string) => api.find('@connect-account/server', name)
  return {
    path: 'reference/webhooks.md',
    title: 'Webhooks and callbacks',
    description: 'The functions of yours that the handler calls, and the events that Unipile sends it.',
    order: 6,
    parts: [
      '## Callbacks',
      prose(find('ConnectCallbacks').text),
      resultTable(find('ConnectCallbacks').members),
      '### What they get',
      memberTable(find('AccountEvent').members),
      '`accountRestricted` gets:',
      memberTable(find('RestrictedEvent').members),
      '## Events from Unipile',
      '`npx @connect-account/server webhooks sync` asks Unipile for these. The endpoint is `{base}/webhooks/unipile`; a request without a valid signature is refused with `webhook_invalid`.',
      triggerEvents.map((event) => `- \`${event}\``).join('\n'),
      '## Records',
      '`await handler.webhookEvents()` returns the latest events:',
      resultTable(find('WebhookEventRecord').members),
    ],
  }
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary?: string }>>>>
}

function httpPage(): GeneratedPage {
  const document: OpenApi = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8'))
  const rows = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { summary }]) =>
      summary ? [[`\`${method.toUpperCase()} ${path}\``, prose(summary)]] : [],
    ),
  )
  return {
    path: 'reference/http-api.md',
    title: 'HTTP API',
    description: 'The routes that the handler serves to browsers, Unipile and your operators.',
    order: 7,
    parts: [
      'Below the path where you mount the handler. `GET {base}/openapi.json` of a running handler describes each with its schemas.',
      table(['Route', 'What it does'], rows),
    ],
  }
}

/** The list of what the flow reports to `onEvent`, as soon as the kit has it. */
function eventsPage(api: Api): GeneratedPage[] {
  const event = api
    .entries()
    .find(({ name }) => name === '@connect-account/react')
    ?.exports.find(({ name }) => name === 'ConnectEvent')
  if (!event) return []
  return [
    {
      path: 'reference/events.md',
      title: 'Events of the flow',
      description: 'What the flow reports to onEvent: a closed list, without personal data.',
      order: 3,
      parts: [prose(event.text), exportSection(event)],
    },
  ]
}

/** A changeset's or a changelog's text, with its headings below those of the page. */
const below = (text: string) => text.replace(/^(#+) /gm, '##$1 ')

function changelogPage(): GeneratedPage {
  const folder = join(root, '.changeset')
  const pending = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n+/, ''))
  const [changelog = ''] = publishedPackages().flatMap(({ folder: own }) => {
    const files = readdirSync(own).filter((name) => name === 'CHANGELOG.md')
    return files.map((name) => readFileSync(join(own, name), 'utf8'))
  })
  return {
    path: 'reference/changelog.md',
    title: 'Changelog',
    description: 'What changed in each version, the next one first.',
    order: 90,
    parts: [
      'All packages have the same version.',
      ...(pending.length > 0 ? ['## Next', ...pending.map((text) => below(text.trim()))] : []),
      ...(changelog ? [changelog.replace(/^# .*\n+/, '').trim()] : []),
    ],
  }
}

/** The pages that are generated from the code. */
export function generatedPages(api: Api): Page[] {
  return [
    stepsPage(api),
    outcomesPage(api),
    ...eventsPage(api),
    errorsPage(),
    settingsPage(api),
    webhooksPage(api),
    httpPage(),
    ...entryPages(api),
    changelogPage(),
  ].map((page) => ({ ...page, section: 'Reference', body: `${page.parts.join('\n\n')}\n` }))
}
