/**
 * Writes the documentation site for Storybook: `pnpm docs:site`. Every page becomes a docs page of Storybook, and
 * is in its static build as plain Markdown too, listed by `llms.txt`. So are the skills for agents.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { llmsFull, llmsList, markdownOf, markdownPath } from './llms.ts'
import { type Page, root } from './pages.ts'
import { sitePages } from './site.ts'
import { skillPath, skills, skillText } from './skills.ts'

const folder = join(root, '.storybook/generated')

/** A page's title in the sidebar, where a slash would make a folder. */
const sidebarTitle = ({ section, title }: Page) =>
  `${section}/${title.replace('@connect-account/', '').replaceAll('/', ': ')}`

/** Storybook's page: `id` of `?path=/docs/{id}`. */
const storyId = (page: Page) =>
  `${sidebarTitle(page)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}--docs`

const storybookPage = (page: Page) => `import { Meta } from '@storybook/addon-docs/blocks'
import { DocsPage } from '../../docs/docs-page.tsx'
import links from '../links.json'
import text from '../static/${markdownPath(page)}?raw'

<Meta title=${JSON.stringify(sidebarTitle(page))} />

<DocsPage path=${JSON.stringify(page.path)} text={text} links={links} />
`

function write(path: string, text: string): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const pages = sitePages()
rmSync(folder, { recursive: true, force: true })
for (const [at, page] of pages.entries()) {
  write(`static/${markdownPath(page)}`, markdownOf(page))
  // Storybook keeps the order of the files.
  write(`pages/${String(at).padStart(3, '0')}-${page.path.replaceAll('/', '-')}x`, storybookPage(page))
}
write('links.json', JSON.stringify(Object.fromEntries(pages.map((page) => [page.path, storyId(page)]))))
for (const skill of skills) write(`static/${skillPath(skill)}`, skillText(skill, pages))
write('static/llms.txt', llmsList(pages))
write('static/llms-full.txt', llmsFull(pages))
console.log(`Wrote ${pages.length} pages`)
