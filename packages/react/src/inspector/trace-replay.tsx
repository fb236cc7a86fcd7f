import { useState } from 'react'
import { type ConnectAccountLook, ConnectAccountRoot } from '../components/flow/connect-account-root.tsx'
import { replayStep } from './replay-step.ts'
import type { Trace } from './trace.ts'

export interface TraceReplayProps extends ConnectAccountLook {
  /** From the inspector, read by `readTrace`. */
  readonly trace: Trace
}

/** Shows the steps of a trace one after the other, with sample data. It calls no backend. */
export function TraceReplay({ trace, ...look }: TraceReplayProps) {
  const [shown, setShown] = useState(trace.entries.length - 1)
  const entry = trace.entries[shown]
  if (!entry) return <p>This trace is empty.</p>
  return (
    <div data-cai="replay">
      <ConnectAccountRoot key={shown} connect={{ step: replayStep(entry.step) }} {...look} />
      <label>
        Entry {shown + 1} of {trace.entries.length}: {entry.event}
        <input
          type="range"
          min={0}
          max={trace.entries.length - 1}
          value={shown}
          onChange={({ target }) => setShown(Number(target.value))}
        />
      </label>
    </div>
  )
}
