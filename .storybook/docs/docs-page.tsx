import './docs-page.css'
import { Markdown } from '@storybook/addon-docs/blocks'
import { anchorOf, resolveLink } from '../../.ci/docs/links.ts'
import { DocsSearch } from './docs-search.tsx'

interface DocsPageProps {
  /** The page's path, from which its links start. */
  readonly path: string
  readonly text: string
  /** Storybook's id of each page, by its path. */
  readonly links: Readonly<Record<string, string>>
}

/** A page of the documentation in Storybook. */
export function DocsPage({ path, text, links }: DocsPageProps) {
  const body = text.replace(
    /\]\((?![a-z]+:|#)([^)#\s]+)(#[^)\s]*)?\)/g,
    (link, target: string, anchor = '') => {
      const id = links[resolveLink(path, target)]
      return id ? `](?path=/docs/${id}${anchor})` : link
    },
  )
  return (
    <>
      <DocsSearch links={links} />
      <Markdown options={{ slugify: anchorOf }}>{body}</Markdown>
      <p>
        <a href={`docs/${path}`} target="_blank" rel="noreferrer">
          This page as Markdown
        </a>
      </p>
    </>
  )
}
