import type { LinkBrand } from '@connect-account/core'
import { useWords } from './words/words-context.ts'

const links = ['termsUrl', 'privacyUrl', 'helpUrl'] as const

/** The host's terms, privacy policy and help, which the server has checked. */
export function HostLinks({ brand }: { readonly brand: LinkBrand | undefined }) {
  const words = useWords()
  const shown = links.filter((link) => brand?.[link] !== undefined)
  if (shown.length === 0) return null
  return (
    <p className="host-links">
      {shown.map((link) => (
        <a key={link} href={brand?.[link]} target="_blank" rel="noopener">
          {words.links[link]}
        </a>
      ))}
    </p>
  )
}
