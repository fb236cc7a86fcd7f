import { scriptedTransport } from '@connect-account/core/testing'
import { type AppearanceVariables, ConnectAccount, type ThemeName } from '@connect-account/react'
import '@connect-account/react/themes/soft.css'
import '@connect-account/react/themes/sharp.css'
import '@connect-account/react/themes/compact.css'
import '@connect-account/react/themes/warm.css'

interface ThemesProps {
  readonly theme: ThemeName
  readonly variables?: AppearanceVariables
}

/** A theme of the kit, with a host's own logo above the screen. */
export function Themes({ theme, variables }: ThemesProps) {
  return (
    <ConnectAccount
      transport={scriptedTransport()}
      providers={['linkedin']}
      memory={null}
      appearance={{ theme, variables }}
      slots={{ top: <strong>Tidewater</strong> }}
    />
  )
}
