import {
  ConnectError,
  type ErrorCode,
  type LeftLink,
  type LinkDetails,
  type OpenedLink,
} from '@connect-account/core'
import { isOutage } from '@connect-account/core/internal'
import { isLinkRefusal } from '@connect-account/core/protocol'
import { useEffect, useState } from 'react'
import { applyLook } from './apply-look.ts'
import { enterLink, isLinked } from './enter-link.ts'
import { Flow } from './flow.tsx'
import { type Host, readHost, waysOut } from './host.ts'
import { HostLogo } from './host-logo.tsx'
import { Introduction, Owner } from './introduction.tsx'
import type { LinkAddress } from './link-address.ts'
import { leaveLink, openLink } from './link-calls.ts'
import { Notice, type ProviderMark } from './notice.tsx'
import { Outage } from './outage.tsx'
import { keepOwnBrowser } from './own-browser.ts'
import { applyLanguage, pageLanguage } from './page-language.ts'
import { words as english } from './words/en.ts'
import { loadWords } from './words/load-words.ts'
import { WordsContext } from './words/words-context.ts'

type View =
  | { readonly is: 'opening' }
  | { readonly is: 'introduced'; readonly details: LinkDetails }
  | { readonly is: 'open'; readonly details: LinkDetails; readonly link: OpenedLink }
  | { readonly is: 'leaving' }
  | { readonly is: 'left'; readonly left: LeftLink; readonly provider: ProviderMark }
  | { readonly is: 'failed'; readonly error: ConnectError; readonly retry: () => void }

/** The page of one link: whose account it becomes, the flow, and its end. */
export function HostedPage({ address }: { readonly address: LinkAddress }) {
  const [view, setView] = useState<View>({ is: 'opening' })
  const [host, setHost] = useState(readHost)
  const [words, setWords] = useState(english)
  const { brand } = host

  useEffect(() => {
    let isCurrent = true

    /** In the link's language, or the browser's while no link is known. */
    async function present(known: Host, locale?: string) {
      const language = pageLanguage(locale)
      const loaded = await loadWords(language)
      if (!isCurrent) return
      setWords(loaded)
      applyLanguage(language, known.brand ? `${loaded.title} · ${known.brand.name}` : loaded.title)
      applyLook(known)
      setHost(known)
    }

    const send = () =>
      enterLink(address).then(
        async (entered) => {
          if (!isCurrent) return
          if (entered.is === 'left') return finish(entered.left, setView)
          await present(entered.details, entered.details.locale)
          if (isCurrent) setView(entered)
        },
        async (error: ConnectError) => {
          await present(readHost())
          if (isCurrent) setView({ is: 'failed', error, retry: send })
        },
      )
    void send()
    return () => {
      isCurrent = false
    }
  }, [address])

  /** The visitor has read whose account it becomes. From now on the link belongs to this browser. */
  function open(details: LinkDetails) {
    setView({ is: 'opening' })
    const send = () =>
      openLink(address, keepOwnBrowser(address.token ?? '')).then(
        (link) => setView({ is: 'open', details, link }),
        (error: ConnectError) => setView({ is: 'failed', error, retry: send }),
      )
    void send()
  }

  function leave(intentId: string | undefined) {
    setView({ is: 'leaving' })
    const send = () =>
      leaveLink(address, intentId).then(
        (left) => finish(left, setView),
        (error: ConnectError) => setView({ is: 'failed', error, retry: send }),
      )
    void send()
  }

  /** Another tab or device used the link meanwhile, or it was revoked. */
  function refuse(code: ErrorCode) {
    setView({ is: 'failed', error: new ConnectError(code), retry: () => window.location.reload() })
  }

  function show() {
    switch (view.is) {
      case 'opening':
        return null
      case 'introduced':
        return (
          <Introduction
            details={view.details}
            onContinue={() => open(view.details)}
            onCancel={() => leave(undefined)}
          />
        )
      case 'open':
        return (
          <>
            <Flow
              link={view.link}
              details={view.details}
              address={address}
              onLeave={leave}
              onRefused={refuse}
            />
            <p className="owner">
              {words.connectsTo.before}
              <Owner details={view.details} />
              {words.connectsTo.after}
            </p>
          </>
        )
      case 'leaving':
        return <Notice {...words.leaving} />
      case 'left': {
        const isGood = isLinked(view.left)
        const { heading, text } = words.linked
        return isGood ? (
          <Notice heading={heading} text={text(brand?.name)} tone="success" provider={view.provider} />
        ) : (
          <Notice {...words.notLinked} tone="warning" provider={view.provider} />
        )
      }
      case 'failed': {
        const { code } = view.error
        const refusal = isLinkRefusal(code) ? words.refusals[code] : undefined
        const shown = address.token ? refusal : words.noLink
        if (shown) return <Notice {...shown} tone="warning" links={waysOut(host, code, words)} />
        if (isOutage(view.error)) return <Outage error={view.error} retry={view.retry} />
        return <Notice {...words.failed} actions={[{ text: words.retry, onPress: view.retry }]} />
      }
      default:
        return view satisfies never
    }
  }

  return (
    <WordsContext.Provider value={words}>
      {/* The flow has them at its top. */}
      <header data-hidden={(view.is === 'open' && !!brand) || undefined}>
        <HostLogo brand={brand} />
        <h1>{brand?.name ?? words.title}</h1>
      </header>
      <main aria-busy={view.is === 'opening' || view.is === 'leaving'}>{show()}</main>
    </WordsContext.Provider>
  )
}

/** The server returns the link's own address, on an origin that the host allows. */
async function finish(left: LeftLink, setView: (view: View) => void): Promise<void> {
  if (left.returnTo === undefined) setView({ is: 'left', left, provider: await markOf(left.provider) })
  else window.location.replace(left.returnTo)
}

/** Loaded at the end only: until then the kit has the marks that it shows. */
async function markOf(provider: string | undefined): Promise<ProviderMark> {
  try {
    const { providerCatalogue } = await import('@connect-account/core/catalogue')
    return providerCatalogue.find(({ id }) => id === provider)?.icon ?? []
  } catch {
    // Offline. The notice then has a mark without a brand.
    return []
  }
}
