import { readTrace, type Trace, TraceReplay } from '@connect-account/react/inspector'
import { useState } from 'react'

interface ReplayProps {
  /** A trace that the inspector copied. */
  readonly initial: string
}

/** Paste a trace, and see its steps again. */
export function Replay({ initial }: ReplayProps) {
  const [json, setJson] = useState(initial)
  const trace = parsed(json)
  return (
    <div style={{ display: 'grid', gap: 24, justifyItems: 'center' }}>
      <label style={{ display: 'grid', gap: 4, width: '100%' }}>
        Trace
        <textarea rows={6} value={json} onChange={({ target }) => setJson(target.value)} />
      </label>
      {typeof trace === 'string' ? <p role="alert">{trace}</p> : <TraceReplay key={json} trace={trace} />}
    </div>
  )
}

function parsed(json: string): Trace | string {
  try {
    return readTrace(json)
  } catch (error) {
    if (error instanceof TypeError) return error.message
    throw error
  }
}
