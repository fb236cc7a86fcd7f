import { beforeAll, expect, test } from 'vitest'
import { requestFieldErrors } from '../../packages/core/src/errors/field-errors.ts'
import { errorCodes, userFieldErrors } from '../../packages/core/src/errors/index.ts'
import { triggerEvents } from '../../packages/server/src/upstream/v2/webhook-event.ts'
import { Api } from './api.ts'
import { compileBlocks } from './compile-blocks.ts'
import { anchorsOf, deadLinks } from './links.ts'
import { llmsFull, llmsList, markdownPath } from './llms.ts'
import { type Page, parsePage, writtenPages } from './pages.ts'
import { sitePages } from './site.ts'
import { skills, skillText } from './skills.ts'

/** Milliseconds: the compiler reads every package. */
const COMPILE_LIMIT = 180_000

let api: Api
let pages: readonly Page[]

beforeAll(() => {
  api = new Api()
  pages = sitePages(api)
}, COMPILE_LIMIT)

const pageAt = (path: string): Page => {
  const page = pages.find((one) => one.path === path)
  if (!page) throw new Error(`No page ${path}`)
  return page
}

/** The names in the first column of the tables. */
const rowsOf = ({ body }: Page) => new Set([...body.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name))

test('every code block compiles', { timeout: COMPILE_LIMIT }, () => {
  expect(compileBlocks(writtenPages())).toEqual([])
})

test('a code block that does not compile is reported with its page', { timeout: COMPILE_LIMIT }, () => {
  const body = "```ts\nconst count: number = 'one'\n```\n"
  const page = {
    path: 'guides/wrong.md',
    section: 'Guides',
    title: 'Wrong',
    description: '-',
    order: 1,
    body,
  }
  expect(compileBlocks([page])).toEqual([expect.stringMatching(/^guides\/wrong\.md\/line-1\.ts.*TS2322/)])
})

test('no link between pages is dead', () => {
  expect(deadLinks(pages)).toEqual([])
})

test('a dead link and a dead anchor are found, but none in code blocks', () => {
  const text =
    '---\ntitle: A\ndescription: B\norder: 1\n---\n\n## Here\n\n[a](b.md) [c](#there) [d](#here)\n\n```sh\n[x](y.md)\n```\n'
  expect(deadLinks([parsePage('guides/a.md', text)])).toEqual(['guides/a.md: b.md', 'guides/a.md: #there'])
})

test('every error code has its cause, its remedy and what the user sees', () => {
  const anchors = anchorsOf(pageAt('reference/errors.md'))
  expect(errorCodes.filter((code) => !anchors.has(code))).toEqual([])
  const rows = rowsOf(pageAt('reference/errors.md'))
  expect([...userFieldErrors, ...requestFieldErrors].filter((code) => !rows.has(code))).toEqual([])
})

test('every step and every outcome has its section', () => {
  const steps = api.find('@connect-account/react', 'ConnectStepMap').members.map(({ name }) => name)
  const outcomes = api.find('@connect-account/core', 'Outcome').variants.map(({ name }) => name)
  expect(steps.filter((name) => !anchorsOf(pageAt('reference/steps.md')).has(name))).toEqual([])
  expect(outcomes.filter((name) => !anchorsOf(pageAt('reference/outcomes.md')).has(name))).toEqual([])
})

test('every setting, callback and webhook event has its row', () => {
  const settings = rowsOf(pageAt('reference/settings.md'))
  const members = ['ConnectSettings', 'Timings', 'LinkSettings', 'NoticeSettings', 'CreateLinkInput'].flatMap(
    (name) => api.find('@connect-account/server', name).members.map((member) => member.name),
  )
  expect(members.filter((name) => !settings.has(name))).toEqual([])
  const webhooks = pageAt('reference/webhooks.md')
  const callbacks = api.find('@connect-account/server', 'ConnectCallbacks').members
  expect(callbacks.filter(({ name }) => !rowsOf(webhooks).has(name))).toEqual([])
  expect(triggerEvents.filter((name) => !webhooks.body.includes(`\`${name}\``))).toEqual([])
})

test('every component and hook of every entry has its section, with its props', () => {
  const missing = api.entries().flatMap(({ name, exports }) => {
    const shown = exports.filter(({ kind }) => kind === 'component' || kind === 'hook')
    return shown.flatMap((one) => {
      const own = pages.filter(({ title, body }) => title === name && body.includes(one.name))
      const props = one.kind === 'component' ? one.members : []
      return own.some((page) => props.every((prop) => rowsOf(page).has(prop.name)))
        ? []
        : [`${name} ${one.name}`]
    })
  })
  expect(missing).toEqual([])
})

test('the props of the flow are described', () => {
  const { members } = api.find('@connect-account/react', 'ConnectAccount')
  expect(members.filter(({ text }) => text === '').map(({ name }) => name)).toEqual([])
  expect(members.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['session', 'onLinked', 'appearance']),
  )
})

test('the settings of the handler are described', () => {
  const { members } = api.find('@connect-account/server', 'ConnectSettings')
  expect(members.filter(({ text }) => text === '').map(({ name }) => name)).toEqual([])
})

test('llms.txt lists every page, and llms-full.txt has the text of each', () => {
  const list = llmsList(pages)
  const full = llmsFull(pages)
  expect(pages.filter((page) => !list.includes(`(${markdownPath(page)})`))).toEqual([])
  expect(pages.filter(({ title }) => !full.includes(`# ${title}\n`))).toEqual([])
  expect(full).not.toContain('<!-- given:')
})

test('a page without a title is refused', () => {
  expect(() => parsePage('guides/a.md', '# A\n')).toThrow('guides/a.md: needs a title')
})

test('every skill has a name, says when to use it, and links to pages that exist', () => {
  const paths = new Set(pages.map(markdownPath))
  for (const skill of skills) {
    const text = skillText(skill, pages)
    expect(text).toMatch(/^---\nname: connect-account-[a-z-]+\ndescription: ".*Use it when .*"\n---\n\n# /)
    const links = [...text.matchAll(/\]\(\.\.\/\.\.\/([^)#]+)/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(1)
    expect(links.filter((path) => !paths.has(path))).toEqual([])
  }
  const gone = { name: 'gone', description: 'Use it when', page: 'guides/gone.md', related: [] }
  expect(() => skillText(gone, pages)).toThrow('guides/gone.md, which does not exist')
})
