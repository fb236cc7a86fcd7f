import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { PICTURES, RESULTS } from './places.ts'
import type { Failure } from './report.ts'
import { listStories } from './stories.ts'

const STYLE = `
  body { margin: 24px; font: 14px/1.5 system-ui, sans-serif; color: #18181b; background: #ececf0 }
  h2 { margin: 48px 0 0 } h3 { margin: 24px 0 8px; font-weight: 500 }
  .row { display: flex; gap: 12px; overflow-x: auto; padding-block-end: 12px; align-items: flex-start }
  figure { margin: 0; flex: none } figcaption { font-size: 12px; color: #5f6068 }
  img { display: block; height: 320px; background: #fff; border: 1px solid #d4d4d8 }
`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function figure(file: string, caption: string): string {
  const source = escaped(relative(RESULTS, file))
  return `<figure><a href="${source}"><img loading="lazy" src="${source}" alt=""></a>
    <figcaption>${escaped(caption)}</figcaption></figure>`
}

const row = (heading: string, figures: readonly string[]) =>
  `<h3>${escaped(heading)}</h3><div class="row">${figures.join('\n')}</div>`

function changes(failures: readonly Failure[]): string {
  const rows = failures.map(({ title, pictures }) => {
    const files = [
      ['before', pictures.expected],
      ['after', pictures.actual],
      ['difference', pictures.diff],
    ] as const
    return row(
      title,
      files.flatMap(([caption, file]) => (file ? [figure(file, caption)] : [])),
    )
  })
  return rows.length > 0 ? `<h2>Changed</h2>${rows.join('\n')}` : ''
}

function storyRows(): string {
  let group = ''
  return listStories()
    .filter(({ id }) => existsSync(`${PICTURES}/${id}`))
    .map(({ id, title, name }) => {
      const heading = title === group ? '' : `<h2>${escaped(title)}</h2>`
      group = title
      const files = readdirSync(`${PICTURES}/${id}`)
      const figures = files.map((file) => figure(`${PICTURES}/${id}/${file}`, file.replace('.png', '')))
      return heading + row(name, figures)
    })
    .join('\n')
}

/** Writes the page that shows all pictures of the last run. Returns its path. */
export function writeContactSheet(failures: readonly Failure[]): string {
  const page = `${RESULTS}/index.html`
  writeFileSync(
    page,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>${STYLE}</style>
    <h1>Screens</h1>${changes(failures)}${storyRows()}</html>`,
  )
  return page
}
