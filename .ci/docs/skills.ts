import { resolveLink } from './links.ts'
import { markdownOf, markdownPath } from './llms.ts'
import type { Page } from './pages.ts'

interface Skill {
  readonly name: string
  /** When an agent should use it. */
  readonly description: string
  /** The page that says how. */
  readonly page: string
  /** What else helps. */
  readonly related: readonly string[]
}

/** What an agent that integrates the kit is asked to do, each from a page of the documentation. */
export const skills: readonly Skill[] = [
  {
    name: 'setup',
    description:
      'Add Connect Account to an app: install the packages, mount the handler, show the flow, and link an account with the sandbox. Use it when a product should let its users link LinkedIn, WhatsApp, Gmail or other accounts through Unipile.',
    page: 'getting-started/vite-express.md',
    related: [
      'getting-started/next.md',
      'getting-started/fastify.md',
      'getting-started/hono.md',
      'guides/session.md',
    ],
  },
  {
    name: 'own-ui',
    description:
      "Draw the screens of Connect Account in a product's own design system with the headless hook. Use it when the component's look is not enough.",
    page: 'recipes/own-ui.md',
    related: ['reference/steps.md', 'reference/react-headless.md', 'guides/appearance.md'],
  },
  {
    name: 'webhooks',
    description:
      "Register Connect Account's webhook endpoint at Unipile and react to linked, broken and removed accounts. Use it when a back end has to know what happens to accounts, or when webhooks do not arrive.",
    page: 'guides/webhooks.md',
    related: ['reference/webhooks.md', 'guides/backend.md'],
  },
  {
    name: 'testing',
    description:
      'Test an integration of Connect Account: personas of the sandbox, end-to-end tests, unit tests with a scripted transport. Use it when writing or fixing such tests.',
    page: 'guides/testing.md',
    related: ['reference/sandbox-testing.md', 'reference/core-testing.md'],
  },
  {
    name: 'review',
    description:
      'Review an integration of Connect Account before it goes live: security, sessions, webhooks, deployment. Use it when asked to review, audit or debug such an integration.',
    page: 'guides/before-you-go-live.md',
    related: ['guides/security.md', 'guides/troubleshooting.md', 'reference/errors.md'],
  },
]

/** Where a skill is in the static build. */
export const skillPath = ({ name }: Skill) => `skills/connect-account-${name}/SKILL.md`

/** From the folder of a skill to the pages. */
const TO_PAGES = '../../docs/'

/** The text of a skill's `SKILL.md`. Throws if one of its pages does not exist. */
export function skillText(skill: Skill, pages: readonly Page[]): string {
  const find = (path: string): Page => {
    const page = pages.find((one) => one.path === path)
    if (!page) throw new Error(`The skill ${skill.name} names ${path}, which does not exist`)
    return page
  }
  const page = find(skill.page)
  const body = markdownOf(page).replace(
    /\]\((?![a-z]+:|#)([^)#\s]+)/g,
    (_link, target: string) => `](${TO_PAGES}${resolveLink(page.path, target)}`,
  )
  const related = skill.related
    .map(find)
    .map((one) => `- [${one.title}](../../${markdownPath(one)}): ${one.description}`)
  const header = [
    '---',
    `name: connect-account-${skill.name}`,
    `description: ${JSON.stringify(skill.description)}`,
    '---',
  ]
  return `${header.join('\n')}\n\n${body}\n## More\n\n${related.join('\n')}\n`
}
