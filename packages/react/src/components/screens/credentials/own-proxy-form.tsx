import type { UserProxy } from '@connect-account/core'
import { toAsciiDigits, trimInvisible } from '@connect-account/core/input'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Pending, StepError } from '../../../hooks/flow/connect-step.ts'
import { enOwnProxy } from '../../../locales/en-own-proxy.ts'
import { SelectField } from '../../parts/select-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useFieldErrors } from '../../parts/use-field-errors.ts'
import { useRejection } from '../../parts/use-rejection.ts'
import { useWords } from '../../root/use-words.ts'

const protocols = ['http', 'https', 'socks5', 'socks4'] as const
const options = protocols.map((value) => ({ value, label: value.toUpperCase() }))

/**
 * Reads the proxy from the form's controls: `undefined` for none, `invalid` after it showed what is wrong.
 */
export type ReadOwnProxy = (filled: FormData) => UserProxy | 'invalid' | undefined

/** The name of a control, which no field of a method has. */
const nameOf = (member: keyof UserProxy) => `proxy.${member}`

interface OwnProxyFormProps {
  readonly step: { readonly pending: Pending; readonly error?: StepError }
  /** Set while the form is mounted. */
  readonly read: RefObject<ReadOwnProxy | undefined>
}

interface ProxyErrors {
  readonly host?: string
  readonly port?: string
}

/** The settings of the user's own proxy, collapsed at first. Only `read` returns what was typed. */
export function OwnProxyForm({ step, read }: OwnProxyFormProps) {
  const { ownProxy: words } = useWords(enOwnProxy)
  const [errors, setErrors] = useState<ProxyErrors>({})
  const announceErrors = useFieldErrors()
  const hostInput = useRef<HTMLInputElement>(null)
  const portInput = useRef<HTMLInputElement>(null)
  const details = useRef<HTMLDetailsElement>(null)

  function refuse(found: ProxyErrors) {
    setErrors(found)
    if (details.current) details.current.open = true
    const first = found.host ? hostInput : portInput
    first.current?.focus()
    announceErrors([found.host, found.port].filter((error) => error !== undefined))
  }

  useRejection(step, ({ code, fields = [] }) => {
    if (fields.some(({ name }) => name === 'proxy')) refuse({ host: words.notAllowed })
    else if (fields.some(({ name }) => name.startsWith('proxy.'))) refuse({ host: words.hostRefused })
    else if (code === 'proxy_failed' && hostInput.current?.value) refuse({ host: words.failed })
  })

  useEffect(() => {
    read.current = (filled) => {
      const textOf = (name: keyof UserProxy) => `${filled.get(nameOf(name)) ?? ''}`
      const host = trimInvisible(textOf('host'))
      const port = trimInvisible(textOf('port'))
      const username = trimInvisible(textOf('username'))
      const password = textOf('password')
      if (!host && !port) return undefined
      const digits = toAsciiDigits(port)
      const number = /^\d{1,5}$/.test(digits) ? Number(digits) : 0
      const found: ProxyErrors = {
        ...(!host && { host: words.hostMissing }),
        ...((number < 1 || number > 65_535) && { port: words.portInvalid }),
      }
      if (found.host || found.port) {
        refuse(found)
        return 'invalid'
      }
      setErrors({})
      return {
        protocol: protocols.find((known) => known === textOf('protocol')) ?? 'http',
        host,
        port: number,
        ...(username && { username }),
        ...(password && { password }),
      }
    }
    return () => {
      read.current = undefined
    }
  })

  const frame = { required: false, dir: 'ltr' } as const
  const input = { autoComplete: 'off' }
  return (
    <details ref={details} data-ca="own-proxy">
      <summary data-ca="own-proxy-summary">{words.open}</summary>
      <p data-ca="help">{words.text}</p>
      <SelectField
        {...frame}
        label={words.protocol}
        options={options}
        select={{ name: nameOf('protocol') }}
      />
      <TextField
        {...frame}
        label={words.host}
        type="text"
        error={errors.host}
        input={{ ...input, name: nameOf('host'), ref: hostInput }}
      />
      <TextField
        {...frame}
        label={words.port}
        type="text"
        error={errors.port}
        input={{ ...input, name: nameOf('port'), ref: portInput, inputMode: 'numeric' }}
      />
      <TextField
        {...frame}
        label={words.username}
        type="text"
        input={{ ...input, name: nameOf('username') }}
      />
      <TextField
        {...frame}
        label={words.password}
        type="password"
        input={{ ...input, name: nameOf('password') }}
      />
    </details>
  )
}
