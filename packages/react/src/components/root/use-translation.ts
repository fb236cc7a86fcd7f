import { ConnectError } from '@connect-account/core'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ReportAnything } from '../../hooks/error-reports/use-report.ts'
import { enFirst } from '../../locales/en-first.ts'
import type { Locale } from '../../locales/locale.ts'
import { type DeepPartial, type FirstMessages, type Messages, mergeMessages } from '../../locales/messages.ts'
import { type Chunk, chunk, loadedChunk } from '../lazy/chunk.ts'

/** Props for the language and the texts of a component. */
export interface LocaleProps {
  /**
   * The language, from `@connect-account/react/locales/…`. It sets `lang` and `dir` on the component, and
   * loads its messages when the component is shown.
   * @default English, in the direction of the page.
   */
  readonly locale?: Locale | undefined
  /** Replaces single messages at any depth. The others are those of `locale`. */
  readonly messages?: DeepPartial<Messages> | undefined
}

export interface Translation {
  /** Whether the messages of the locale are there, or replaced by English ones because they did not load. */
  readonly isReady: boolean
  /** The messages of the first paint. */
  readonly messages: FirstMessages
  /** Returns `english` in the locale's language, with the messages that the host replaced. */
  translate<K extends keyof Messages>(english: Pick<Messages, K>): Pick<Messages, K>
  /** The language of the messages, as a BCP 47 tag. */
  readonly language: string
  /** Attributes for the element around the texts. */
  readonly attributes: { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' | undefined }
}

interface Loaded {
  /** Absent for English. */
  readonly messages?: Messages
}

const english = loadedChunk<Loaded>({})
/** By the member `messages` of a locale, so that all components load a language once. */
const chunks = new WeakMap<object, Chunk<Loaded>>()

function chunkOf({ messages }: Pick<Locale, 'messages'>): Chunk<Loaded> {
  if (!messages) return english
  const created =
    chunks.get(messages) ??
    (typeof messages === 'function'
      ? chunk<Loaded>(async () => ({ messages: await messages() }))
      : loadedChunk({ messages }))
  chunks.set(messages, created)
  return created
}

/** The texts of a component in the language of `locale`. Until they are loaded, show no words. */
export function useTranslation(
  { locale, messages: changes }: LocaleProps,
  report?: ReportAnything,
): Translation {
  const chunk = chunkOf(locale ?? {})
  const { module, error } = useSyncExternalStore(chunk.subscribe, chunk.read, chunk.readOnServer)
  const hasFailed = error !== undefined

  useEffect(() => chunk.load(), [chunk])
  useEffect(() => {
    if (!hasFailed) return
    report?.(
      new ConnectError('network_unreachable', { detail: 'The locale did not load', cause: error }),
      true,
    )
  }, [hasFailed, error, report])

  return useMemo(() => {
    const base = module?.messages
    const { tag: lang, direction: dir = 'ltr' } = hasFailed ? { tag: 'en' } : (locale ?? {})
    return {
      isReady: module !== undefined || hasFailed,
      messages: mergeMessages<FirstMessages>(base ?? enFirst, changes, report),
      translate: (words) => mergeMessages(base ?? words, changes, report),
      language: lang ?? 'en',
      attributes: lang === undefined ? {} : { lang, dir },
    }
  }, [module, hasFailed, locale, changes, report])
}
