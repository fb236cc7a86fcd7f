import MiniSearch from 'minisearch'
import { anchorOf } from '../../.ci/docs/links.ts'

export interface Hit {
  readonly path: string
  readonly title: string
  readonly heading: string
  readonly anchor: string
}

interface Section extends Hit {
  readonly id: string
  readonly text: string
}

const texts = import.meta.glob<string>('../generated/static/docs/**/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
})

const PREFIX = '../generated/static/docs/'

/** A page in parts, one per heading, so that a hit leads to its place. */
function sectionsOf(file: string, text: string): Section[] {
  const path = file.slice(PREFIX.length)
  const title = /^# (.+)$/m.exec(text)?.[1] ?? path
  return text
    .split(/^(?=#{1,3} )/m)
    .filter(Boolean)
    .map((part, at) => {
      const [line = '', ...rest] = part.split('\n')
      const heading = line.replace(/^#+ /, '').replaceAll('`', '')
      const anchor = at === 0 ? '' : anchorOf(heading)
      return { id: `${path} ${at}`, path, title, heading, anchor, text: rest.join('\n') }
    })
}

const index = new MiniSearch<Section>({
  fields: ['heading', 'title', 'text'],
  storeFields: ['path', 'title', 'heading', 'anchor'],
  searchOptions: { boost: { heading: 4, title: 2 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
})
index.addAll(Object.entries(texts).flatMap(([file, text]) => sectionsOf(file, text)))

const MOST = 12

/** The best places for some words. */
export const search = (words: string): Hit[] =>
  index
    .search(words)
    .slice(0, MOST)
    .map(({ path, title, heading, anchor }) => ({ path, title, heading, anchor }))
