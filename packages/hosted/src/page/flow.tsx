import {
  ConnectError,
  type ErrorCode,
  type LinkDetails,
  type OpenedLink,
  type Outcome,
} from '@connect-account/core'
import { errorCodeOf } from '@connect-account/core/internal'
import { isLinkRefusal } from '@connect-account/core/protocol'
import { type CaptchaAdapter, ConnectAccount, type EndDetails } from '@connect-account/react'
import { findLocale } from '@connect-account/react/locales'
import { useEffect, useRef, useState } from 'react'
import type { LinkAddress } from './link-address.ts'
import { openLink, readDetails } from './link-calls.ts'
import { linkMemory } from './link-memory.ts'
import { keepOwnBrowser } from './own-browser.ts'
import { pageLanguage } from './page-language.ts'
import { useWords } from './words/words-context.ts'

interface FlowProps {
  readonly link: OpenedLink
  readonly details: LinkDetails
  readonly address: LinkAddress
  /** The user is done. `intentId` is the last intent. */
  readonly onLeave: (intentId: string | undefined) => void
  /** The link no longer works. */
  readonly onRefused: (code: ErrorCode) => void
}

/** The flow, limited to what the link allows. A linked account uses up the link, so the page leaves then. */
export function Flow({ link, details, address, onLeave, onRefused }: FlowProps) {
  const { captcha, providers, accountId, loginHint, session } = link
  const { brand, appearance, support, locale } = details
  const words = useWords()
  const lastIntent = useRef<string>(undefined)
  const first = useRef<string>(session)
  const adapter = useCaptcha(captcha, address.base)

  /** Opening the link returned the first session. When it expires, this opens the link again. */
  async function fetchSession(): Promise<string> {
    const token = first.current
    first.current = ''
    if (token) return token
    try {
      return (await openLink(address, keepOwnBrowser(address.token ?? ''))).session
    } catch (error) {
      if (error instanceof ConnectError && isLinkRefusal(error.code)) onRefused(error.code)
      throw error
    }
  }

  /** The host may have revoked the link, which cancels what was open. */
  function findReason() {
    readDetails(address).catch((error: unknown) => {
      if (error instanceof ConnectError && isLinkRefusal(error.code)) onRefused(error.code)
    })
  }

  function handleEnd(outcome: Outcome, { intentId, reason }: EndDetails) {
    lastIntent.current = intentId
    if (outcome.type === 'canceled' && reason === 'elsewhere') findReason()
    if (outcome.type === 'linked' || outcome.type === 'relinked') onLeave(intentId)
    if (outcome.type !== 'failed') return
    const code = errorCodeOf(outcome.error.code)
    if (isLinkRefusal(code)) onRefused(code)
  }

  return (
    <ConnectAccount
      session={fetchSession}
      baseUrl={address.base}
      memory={linkMemory}
      {...(providers && { providers })}
      {...(accountId && { accountId })}
      loginHint={loginHint}
      appearance={{ colorScheme: appearance?.colorScheme === 'system' ? 'auto' : appearance?.colorScheme }}
      brand={brand}
      captcha={adapter}
      takesFocus
      locale={findLocale(pageLanguage(locale))}
      support={support && <a href={support.url}>{support.label ?? words.support}</a>}
      onEnd={handleEnd}
      onClose={() => onLeave(lastIntent.current)}
    />
  )
}

/** Loads only the adapter of the vendor that the host chose, long before a captcha can appear. */
function useCaptcha(vendor: OpenedLink['captcha'], base: string): CaptchaAdapter | undefined {
  const [adapter, setAdapter] = useState<CaptchaAdapter>()
  useEffect(() => {
    let isCurrent = true
    load(vendor, base).then(
      (loaded) => isCurrent && setAdapter(loaded),
      // Offline. The captcha screen then says that it can't show the captcha.
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [vendor, base])
  return adapter
}

async function load(vendor: OpenedLink['captcha'], base: string): Promise<CaptchaAdapter> {
  if (vendor === 'altcha') return (await import('@connect-account/react/altcha')).altchaCaptcha()
  return (await import('@connect-account/react/arkose')).arkoseCaptcha({ baseUrl: base })
}
