import type { Export, Member } from './api.ts'

/** Text of a comment: `<` begins no HTML unless it is code already. */
export const prose = (text: string) =>
  text
    .split(/(`[^`]*`)/)
    .map((part, at) => (at % 2 ? part : part.replaceAll('<', '&lt;')))
    .join('')

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')

/** A table; cells may contain Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function memberTable(members: readonly Member[]): string {
  const rows = members.map(({ name, type, isRequired, text }) => [
    `\`${name}\``,
    `\`${type}\``,
    [isRequired ? 'Required.' : '', prose(text)].join(' ').trim(),
  ])
  return table(['Name', 'Type', 'Description'], rows)
}

/** Members of a result, which are all there: nothing is required of the caller. */
export const resultTable = (members: readonly Member[]) =>
  memberTable(members.map((member) => ({ ...member, isRequired: false })))

const blocks = (...parts: readonly (string | false | undefined)[]) => parts.filter(Boolean).join('\n\n')

/** One export of an entry. */
export function exportSection({ name, kind, text, signature, members, variants }: Export): string {
  const title =
    kind === 'component' ? `<${name}/>` : kind === 'hook' || kind === 'function' ? `${name}()` : name
  return blocks(
    `### \`${title}\``,
    prose(text),
    signature && `\`\`\`text\n${signature}\n\`\`\``,
    members.length > 0 &&
      (kind === 'hook' || kind === 'function' ? resultTable(members) : memberTable(members)),
    ...variants.map(({ name: variant, text: comment, members: own }) =>
      blocks(`**\`${variant}\`** ${prose(comment)}`.trim(), own.length > 0 && memberTable(own)),
    ),
  )
}

export interface GeneratedPage {
  readonly path: string
  readonly title: string
  readonly description: string
  readonly order: number
  readonly parts: readonly string[]
}
