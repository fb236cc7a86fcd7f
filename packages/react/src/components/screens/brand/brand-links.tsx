import type { Brand } from '../../../hooks/brand/brand.ts'
import { brandLinks, isAllowedLink } from '../../../hooks/brand/brand-links.ts'
import { enBrand } from '../../../locales/en-brand.ts'
import { useWords } from '../../root/use-words.ts'

/** Terms, privacy policy and help of the host, in a new tab so that the flow stays. */
export function BrandLinks({ brand }: { readonly brand: Brand }) {
  const { brandLinks: words } = useWords(enBrand)
  return brandLinks.map((link) => {
    const url = brand[link]
    if (!isAllowedLink(link, url)) return null
    return (
      <a key={link} data-ca="brand-link" href={url} target="_blank" rel="noopener">
        {words[link]}
      </a>
    )
  })
}
