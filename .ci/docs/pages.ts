import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** The repository's root. */
export const root = join(import.meta.dirname, '../..')
/** The folder of the written pages: plain Markdown, one file each, with a title and a description on top. */
const siteFolder = join(root, 'docs/site')

/** The sections of the site, and their pages in reading order, by the names of their files. */
export const sections: readonly { readonly folder: string; readonly title: string }[] = [
  { folder: 'getting-started', title: 'Getting started' },
  { folder: 'concepts', title: 'Concepts' },
  { folder: 'guides', title: 'Guides' },
  { folder: 'recipes', title: 'Recipes' },
  { folder: 'reference', title: 'Reference' },
]

export interface Page {
  /** The file's path in the site's folder, with slashes: `guides/testing.md`. */
  readonly path: string
  readonly section: string
  readonly title: string
  /** One sentence: what the reader gets from the page. */
  readonly description: string
  /** The position in the section. */
  readonly order: number
  /** The Markdown below the header. */
  readonly body: string
}

const HEADER = /^---\n([\s\S]*?)\n---\n+/

/** Reads one page's text. Throws if its header lacks a title or a description. */
export function parsePage(path: string, text: string): Page {
  const header = HEADER.exec(text)
  const members = new Map(
    (header?.[1] ?? '').split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()]
    }),
  )
  const title = members.get('title')
  const description = members.get('description')
  const order = Number(members.get('order'))
  const section = sections.find(({ folder }) => path.startsWith(`${folder}/`))?.title
  if (!header || !title || !description || !order || !section)
    throw new Error(`${path}: needs a title, a description, an order and a folder of a section`)
  return { path, section, title, description, order, body: text.slice(header[0].length) }
}

/** The pages that people wrote. */
export function writtenPages(): Page[] {
  return readdirSync(siteFolder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.md'))
    .map((path) => parsePage(path, readFileSync(join(siteFolder, path), 'utf8')))
}

/** Sorts pages into reading order. */
export function inReadingOrder(pages: readonly Page[]): Page[] {
  const place = ({ section }: Page) => sections.findIndex(({ title }) => title === section)
  return [...pages].sort((a, b) => place(a) - place(b) || a.order - b.order || a.path.localeCompare(b.path))
}
