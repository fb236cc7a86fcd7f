import type { ConnectTransport } from '@connect-account/core'
import { useEffect, useRef, useState } from 'react'
import type { ConnectOptions } from './connect-options.ts'
import type { ConnectStep } from './connect-step.ts'
import { tabMemory } from './tab-memory.ts'
import { clientFor, useConnectAccount } from './use-connect-account.ts'

/** Options of `useReconnect`: those of `useConnectAccount`, for an account that is there. */
export type ReconnectOptions = ConnectOptions & {
  /** The account to connect again. */
  readonly accountId: string
  /** Its provider, where the flow starts then. Without it the user picks one. */
  readonly provider?: string
}

/** What `useReconnect` gives. */
export interface Reconnect {
  /** Begins, goes on where it was closed, or begins once more after an end. */
  reconnect(): void
  /** Hides the flow. An open intent stays so. */
  close(): void
  /** Absent until `reconnect()` is called: nothing is fetched before, and no intent is started. */
  readonly step: ConnectStep | undefined
}

/**
 * Connects an account again when the user asks for it: the flow of `useConnectAccount`, idle until `reconnect()` is called. A
 * flow that this tab was in before a reload goes on by itself.
 *
 * @example
 * const { reconnect, step } = useReconnect({ accountId: account.id, provider: account.provider, session })
 * return step ? <ConnectAccountRoot connect={{ step }} /> : <button onClick={reconnect}>Reconnect</button>
 */
export function useReconnect({ provider, ...options }: ReconnectOptions): Reconnect {
  const latest = useRef<ConnectOptions>(options)
  useEffect(() => {
    latest.current = options
  })
  const [gate] = useState(createGate)
  const [transport] = useState(() => closedBy(gate, options.transport ?? clientFor(options, latest)))
  const [isOpen, setOpen] = useState(false)

  const { session: _, baseUrl: __, ...common } = options
  const { step, restart } = useConnectAccount({
    ...common,
    transport,
    ...(provider !== undefined && { providers: [provider] }),
    onClose() {
      setOpen(false)
      latest.current.onClose?.()
    },
  })

  const { accountId, memory, intentId } = options
  const [wasOpen] = useState(
    () => (intentId ?? (memory === undefined ? tabMemory(accountId) : memory)?.read()) !== undefined,
  )
  useEffect(() => {
    if (!wasOpen) return
    gate.open()
    setOpen(true)
  }, [wasOpen, gate])

  return {
    reconnect() {
      gate.open()
      setOpen(true)
      if ('close' in step) restart()
    },
    close: () => setOpen(false),
    step: isOpen ? step : undefined,
  }
}

interface Gate {
  open(): void
  readonly opened: Promise<void>
}

function createGate(): Gate {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** The flow begins with the providers: while they are held back, it is idle. */
function closedBy({ opened }: Gate, transport: ConnectTransport): ConnectTransport {
  const { watchAccount } = transport
  return {
    listProviders: (signal) => opened.then(() => transport.listProviders(signal)),
    startIntent: (input, signal) => transport.startIntent(input, signal),
    getIntent: (id, signal) => transport.getIntent(id, signal),
    solve: (id, input, signal) => transport.solve(id, input, signal),
    resend: (id, signal) => transport.resend(id, signal),
    challenge: (id, challenge, signal) => transport.challenge(id, challenge, signal),
    cancel: (id, signal) => transport.cancel(id, signal),
    watch: (id, watcher) => transport.watch(id, watcher),
    ...(watchAccount && { watchAccount: (id, onAccount) => watchAccount.call(transport, id, onAccount) }),
  }
}
