import './docs-search.css'
import { useState } from 'react'
import type { Hit } from './search-index.ts'

interface DocsSearchProps {
  readonly links: Readonly<Record<string, string>>
}

/** Searches the text of all pages. The index loads with the first word. */
export function DocsSearch({ links }: DocsSearchProps) {
  const [words, setWords] = useState('')
  const [hits, setHits] = useState<readonly Hit[]>([])
  const find = async (typed: string) => {
    setWords(typed)
    const { search } = await import('./search-index.ts')
    setHits(search(typed))
  }
  return (
    <search className="docs-search">
      <label>
        Search the documentation
        <input type="search" value={words} onChange={(event) => void find(event.target.value)} />
      </label>
      <div role="status">{words && hits.length === 0 ? `Nothing about “${words}”.` : ''}</div>
      {words && hits.length > 0 && (
        <ul>
          {hits.map(({ path, title, heading, anchor }) => (
            <li key={`${path} ${anchor} ${heading}`}>
              <a href={`./?path=/docs/${links[path]}${anchor && `#${anchor}`}`} target="_top">
                {heading}
              </a>
              {heading !== title && <small> {title}</small>}
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}
