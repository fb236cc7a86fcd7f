import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { root } from '../places.ts'
import type { Story } from '../stories.ts'
import { checks } from './checks.ts'
import { conditions, nameOf } from './conditions.ts'
import { walks } from './walks.ts'

const FILE = `${root}/docs/ACCESSIBILITY.md`

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`

/** The stories' names by their group. */
function listOf(stories: readonly Story[]): string {
  const groups = Map.groupBy(stories, ({ title }) => title)
  return [...groups]
    .map(([title, members]) => `- **${title}**: ${members.map(({ name }) => name).join('; ')}`)
    .join('\n')
}

/** What the tests have proved, if all of them passed. */
function render(stories: readonly Story[]): string {
  return `# Accessibility

The kit conforms to WCAG 2.2, level AA, as far as the tests below can tell. \`pnpm test:accessibility\` runs them in Chromium and
writes this file if all of them pass; \`pnpm test\` repeats a few.

## Every screen

${stories.length} states of the kit, each in two of ${conditions.length} conditions: in both directions, at both text sizes and at both widths. The
colors take turns. \`pnpm test:accessibility --every\` checks each state in all of them.

${[row('Check', 'Success criteria'), row('---', '---'), ...checks.map(({ name, criteria }) => row(name, criteria))].join('\n')}

The conditions have every pair of color scheme, direction, text size and width:

${conditions.map((each) => `- ${nameOf(each)}`).join('\n')}

## From step to step

After each act, the focus is where the user goes on, and a live region says what happened (2.4.3 Focus Order, 3.2.2 On Input,
3.3.1 Error Identification, 4.1.3 Status Messages).

${walks
  .map(({ name, acts }) =>
    [
      `### ${name}\n`,
      row('Act', 'Focus', 'Announced'),
      row('---', '---', '---'),
      ...acts.map(({ name, focus, announced }) =>
        row(name, focus, announced ?? 'the focus is on the heading, which is read'),
      ),
    ].join('\n'),
  )
  .join('\n\n')}

## Elsewhere in the tests

- Contrast of text, placeholders, lines and focus in each theme, with five accents (1.4.3, 1.4.11):
  \`packages/react/test/pages/contrast.test.tsx\`
- The dialog with text at 200 % in small windows (1.4.4, 1.4.10): \`packages/react/test/pages/sizes.test.tsx\`
- Eleven languages: \`lang\`, direction, and no text that is cut off at 320 pixels (1.3.2, 1.4.10, 3.1.2):
  \`packages/react/test/pages/languages.test.tsx\`
- A whole sign-in by keyboard, with server (2.1.1): \`apps/e2e/tests/access.spec.ts\`

## Known limits

- Nobody who depends on a screen reader has tested the kit yet; the tests read the accessibility tree of Chromium.
- A QR code needs a camera. WhatsApp and Telegram have no other way that works with every account.
- The widget of a captcha belongs to its maker. The kit gives it a name and a place, and offers another way if the provider does.
- A host's own styles, words and slots can undo what is checked here.

## The states

${listOf(stories)}
`
}

/** Writes the file. */
export const writeReport = (stories: readonly Story[]): void => writeFileSync(FILE, render(stories))

/** Whether the file has these stories, checks and walks. */
export const isReportCurrent = (stories: readonly Story[]): boolean =>
  existsSync(FILE) && readFileSync(FILE, 'utf8') === render(stories)
