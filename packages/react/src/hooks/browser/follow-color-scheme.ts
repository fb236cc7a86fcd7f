import { mediaQuery } from './media-query.ts'

type ColorScheme = 'light' | 'dark'

const PREFERS_DARK = '(prefers-color-scheme: dark)'

/**
 * Reports the color scheme that the page around `element` declares, at once and whenever it changes: by CSS on any
 * ancestor, or by `<meta name="color-scheme">`. A page that declares none is light.
 *
 * @returns A function that stops it.
 */
export function followColorScheme(element: Element, report: (scheme: ColorScheme) => void): () => void {
  const { ownerDocument: document } = element
  const system = mediaQuery(PREFERS_DARK)

  const check = () => report(readColorScheme(element, system?.matches ?? false))

  function checkAfterLoad({ target }: Event) {
    if (target instanceof Element && target.matches('link')) check()
  }

  // Theme switchers set a class, an attribute or a style on an ancestor, or replace a stylesheet or the `<meta>`.
  const observer = new MutationObserver(check)
  for (let around = parentOf(element); around; around = parentOf(around))
    observer.observe(around, { attributes: true })
  observer.observe(document.head, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  })
  document.addEventListener('load', checkAfterLoad, true)
  // Optional: the mocks in hosts' tests often have `matches` only.
  system?.addEventListener?.('change', check)
  check()

  return () => {
    observer.disconnect()
    document.removeEventListener('load', checkAfterLoad, true)
    system?.removeEventListener?.('change', check)
  }
}

function readColorScheme(element: Element, prefersDark: boolean): ColorScheme {
  const around = parentOf(element)
  const declared = around ? getComputedStyle(around).colorScheme : ''
  const schemes = (!declared || declared === 'normal' ? readMeta(element.ownerDocument) : declared).split(
    /\s+/,
  )
  if (!schemes.includes('dark')) return 'light'
  return prefersDark || !schemes.includes('light') ? 'dark' : 'light'
}

/** What the page says for elements that say nothing themselves; no computed style tells. */
const readMeta = (document: Document) =>
  document.querySelector<HTMLMetaElement>('meta[name="color-scheme" i]')?.content.toLowerCase() ?? ''

/** Also out of a shadow tree. */
function parentOf(element: Element): Element | null {
  const { parentNode } = element
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement
}
