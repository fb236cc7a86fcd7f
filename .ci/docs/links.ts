import { codeBlocks } from './code-blocks.ts'
import type { Page } from './pages.ts'

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g

/** The anchor of a heading, as GitHub and Storybook write it. */
export const anchorOf = (heading: string) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const withoutCode = (page: Page) =>
  codeBlocks(page).reduce((text, { code }) => text.replace(code, ''), page.body)

/** The anchors of a page's headings. A repeated one is numbered. */
export function anchorsOf(page: Page): Set<string> {
  const counts = new Map<string, number>()
  const headings = [...withoutCode(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, text = '']) => anchorOf(text))
  return new Set(
    headings.map((anchor) => {
      const count = counts.get(anchor) ?? 0
      counts.set(anchor, count + 1)
      return count ? `${anchor}-${count}` : anchor
    }),
  )
}

/** The path of the page that a link names, relative to the site's folder. */
export const resolveLink = (from: string, target: string) =>
  new URL(target, `file:///${from}`).pathname.slice(1)

/** The links between pages that lead nowhere, each with its page. */
export function deadLinks(pages: readonly Page[]): string[] {
  const anchors = new Map(pages.map((page) => [page.path, anchorsOf(page)]))
  return pages.flatMap((page) =>
    [...withoutCode(page).matchAll(LINK)].flatMap(([, link = '']) => {
      if (/^[a-z]+:/.test(link)) return []
      const [target = '', anchor] = link.split('#')
      const path = target ? resolveLink(page.path, target) : page.path
      const known = anchors.get(path)
      if (!known) return [`${page.path}: ${link}`]
      return anchor && !known.has(anchor) ? [`${page.path}: ${link}`] : []
    }),
  )
}
