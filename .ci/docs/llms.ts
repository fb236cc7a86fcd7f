import { type Page, sections } from './pages.ts'

/** Where a page is in the static build, as plain Markdown. */
export const markdownPath = ({ path }: Page) => `docs/${path}`

/** A page as plain Markdown, without the notes for our tools. */
export const markdownOf = ({ title, description, body }: Page) =>
  `# ${title}\n\n> ${description}\n\n${body.replace(/^<!-- given: [\s\S]*? -->\n/gm, '').trim()}\n`

const about = `# Connect Account

> An embeddable React kit with its backend, for linking a user's LinkedIn, WhatsApp, Telegram, Instagram, Gmail, Outlook, IMAP and other
> accounts through Unipile. The browser part is @connect-account/react, the backend part @connect-account/server, and
> @connect-account/sandbox stands in for Unipile while you develop and test.`

/** The list of all pages for language models: https://llmstxt.org */
export function llmsList(pages: readonly Page[]): string {
  const parts = sections.map(({ title }) => {
    const own = pages.filter(({ section }) => section === title)
    const lines = own.map((page) => `- [${page.title}](${markdownPath(page)}): ${page.description}`)
    return [`## ${title}`, ...lines].join('\n')
  })
  return `${[about, ...parts].join('\n\n')}\n`
}

/** All pages in one file. */
export const llmsFull = (pages: readonly Page[]) => `${[about, ...pages.map(markdownOf)].join('\n\n')}`
