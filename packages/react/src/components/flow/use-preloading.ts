import type { Provider } from '@connect-account/core'
import { hasForm } from '@connect-account/core/internal'
import { type RefObject, useEffect } from 'react'
import { whenIdle } from '../../hooks/browser/when-idle.ts'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import type { Chunk } from '../lazy/chunk.ts'
import { code, credentials, end, others, qr } from './screen-chunks.ts'

/** Events that precede a click on a provider. */
const EVENTS = ['pointerover', 'pointerdown', 'focusin'] as const

/** The chunks that most flows need after a step of this type. */
function chunksAfter(type: ConnectStep['type']): readonly Chunk<unknown>[] {
  switch (type) {
    case 'preparing':
      return [credentials]
    case 'choosing_provider':
      // `end` has the screen for a backend that can't be reached.
      return [credentials, end]
    case 'credentials':
      return [code, end, others]
    default:
      return [end]
  }
}

/** The chunk of the first step after the user chooses `provider`. */
function firstChunkOf({ methods: [method] }: Provider): Chunk<unknown> {
  if (hasForm(method)) return credentials
  return method?.kind === 'qr' ? qr : others
}

/**
 * Preloads the next steps when the browser is idle, and a provider's first step when the user points at it.
 */
export function usePreloading(frame: RefObject<HTMLElement | null>, step: ConnectStep): void {
  const { type } = step
  const providers = type === 'choosing_provider' ? step.providers : undefined

  useEffect(() => {
    const missing = chunksAfter(type).filter((chunk) => !chunk.read().module)
    if (missing.length === 0) return
    return whenIdle(() => {
      for (const chunk of missing) chunk.preload()
    })
  }, [type])

  useEffect(() => {
    const element = frame.current
    if (!element || !providers) return
    const preload = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest('[data-provider]') : null
      const provider = providers.find(({ id }) => id === button?.getAttribute('data-provider'))
      if (provider) firstChunkOf(provider).preload()
    }
    for (const event of EVENTS) element.addEventListener(event, preload)
    return () => {
      for (const event of EVENTS) element.removeEventListener(event, preload)
    }
  }, [frame, providers])
}
