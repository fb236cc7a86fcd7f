import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import '@connect-account/react/themes/soft.css'
import '@connect-account/react/themes/sharp.css'
import '@connect-account/react/themes/compact.css'
import '@connect-account/react/themes/warm.css'
import { useState } from 'react'
import './all-themes.css'

const themes = ['soft', 'sharp', 'compact', 'warm'] as const

/** The four themes side by side, light and dark. */
export function AllThemes() {
  const [transport] = useState(() => scriptedTransport())
  return (
    <>
      {(['light', 'dark'] as const).map((colorScheme) => (
        <div key={colorScheme} className="all-themes" data-scheme={colorScheme}>
          {themes.map((theme) => (
            <figure key={theme}>
              <figcaption>
                {theme}, {colorScheme}
              </figcaption>
              <ConnectAccount
                transport={transport}
                id={`${theme}-${colorScheme}`}
                providers={['linkedin']}
                memory={null}
                appearance={{ theme, colorScheme }}
              />
            </figure>
          ))}
        </div>
      ))}
    </>
  )
}
