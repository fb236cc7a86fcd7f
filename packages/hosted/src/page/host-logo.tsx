import type { LinkBrand } from '@connect-account/core'
import { useState } from 'react'

/** The host's logo. One that does not load is left out. */
export function HostLogo({ brand }: { readonly brand: LinkBrand | undefined }) {
  const [broken, setBroken] = useState<string>()
  const logo = brand?.logo
  if (logo === undefined || logo === broken) return null
  return <img src={logo} alt="" height="32" onError={() => setBroken(logo)} />
}
