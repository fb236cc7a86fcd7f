import type { Brand } from '../../hooks/brand/brand.ts'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { isFirstStep } from '../../hooks/flow/first-step.ts'
import { chunk } from '../lazy/chunk.ts'
import { OptionalPart } from '../lazy/optional-part.tsx'

const parts = chunk(() => import('./brand-parts.ts'))

const hasLinks = ({ termsUrl, privacyUrl, helpUrl }: Brand) => termsUrl || privacyUrl || helpUrl

interface BrandPartProps {
  readonly of: Brand | undefined
  /** With it, the links of the brand, if the step comes before the sign-in. Without it, its mark. */
  readonly below?: ConnectStep
}

/** A part of the brand, which loads with the first brand on the page. It has its height from the start. */
export function BrandPart({ of: brand, below }: BrandPartProps) {
  if (!brand || (below && !(isFirstStep(below) && hasLinks(brand)))) return null
  return (
    <div data-ca={below ? 'brand-links' : 'brand'}>
      <OptionalPart chunk={parts}>
        {({ BrandLinks, BrandMark }) => (below ? <BrandLinks brand={brand} /> : <BrandMark brand={brand} />)}
      </OptionalPart>
    </div>
  )
}
