import { useEffect, useState } from 'react'
import type { Brand } from '../../../hooks/brand/brand.ts'
import { checkBrand, logoFailure } from '../../../hooks/brand/check-brand.ts'
import { useRoot } from '../../root/root-context.ts'

/** The host's logo and name. A logo that does not load is left out. Reports what is wrong with the brand. */
export function BrandMark({ brand }: { readonly brand: Brand }) {
  const { report } = useRoot()
  const [broken, setBroken] = useState<unknown>()
  const { name, logo } = brand

  useEffect(() => {
    for (const mistake of checkBrand(brand)) report(mistake, true)
  }, [brand, report])

  return (
    <>
      {typeof logo === 'string' && logo !== broken && (
        <img
          data-ca="brand-logo"
          src={logo}
          alt=""
          onError={() => {
            setBroken(logo)
            report(logoFailure(), true)
          }}
        />
      )}
      {typeof name === 'string' && <bdi data-ca="brand-name">{name}</bdi>}
    </>
  )
}
