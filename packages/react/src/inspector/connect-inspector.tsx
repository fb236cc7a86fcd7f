import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import { createTraceRecorder, type InspectionListener } from './record-traces.ts'
import type { Trace } from './trace.ts'

export interface ConnectInspectorProps {
  /** Also hears xstate's inspection events: `createBrowserInspector().inspect` of `@statelyai/inspect`. */
  readonly inspect?: InspectionListener | { next(news: Parameters<InspectionListener>[0]): void }
  /** Whether it begins open. @default false */
  readonly defaultOpen?: boolean
}

/**
 * A panel at the edge of the page with what happens in its flows, for development. Mount it before the flows, and
 * not in production: it is in an entry of its own, so a page that does not import it has nothing of it. It shows and
 * copies no secret and nothing that a user typed. Import `@connect-account/react/inspector.css` for its look.
 */
export function ConnectInspector({ inspect, defaultOpen = false }: ConnectInspectorProps) {
  const [recorder] = useState(() => createTraceRecorder())
  const traces = useSyncExternalStore(recorder.subscribe, recorder.read, recorder.read)
  const [isOpen, setIsOpen] = useState(defaultOpen)
  const [chosen, setChosen] = useState<number>()
  const id = useId()
  useEffect(
    () => recorder.start(typeof inspect === 'function' ? inspect : (news) => inspect?.next(news)),
    [recorder, inspect],
  )

  const trace = traces[chosen ?? traces.length - 1]
  return (
    <aside data-cai="inspector" aria-label="Connect Account inspector" lang="en" dir="ltr">
      <button
        type="button"
        data-cai="toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? 'Close the inspector' : 'Inspect the flow'}
      </button>
      <div id={id} data-cai="panel" hidden={!isOpen}>
        {trace ? (
          <>
            {traces.length > 1 && (
              <label data-cai="choice">
                Flow{' '}
                <select
                  value={chosen ?? traces.length - 1}
                  onChange={({ target }) => setChosen(Number(target.value))}
                >
                  {traces.map(({ flow }, index) => (
                    <option key={flow} value={index}>
                      {flow}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <Timeline trace={trace} />
            <CopyTrace trace={trace} />
          </>
        ) : (
          <p>No flow has run yet.</p>
        )}
      </div>
    </aside>
  )
}

function Timeline({ trace }: { trace: Trace }) {
  return (
    // The list scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by the keyboard.
    <ol data-cai="timeline" aria-label="Timeline" tabIndex={0}>
      {trace.entries.map(({ at, event, step }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are only added, and have nothing else that differs.
        <li key={index} data-cai="entry">
          <time>{(at / 1000).toFixed(1)} s</time>
          <code>{event}</code>
          <span>
            {step.type}
            {step.provider && ` · ${step.provider}`}
            {step.error && <strong> · {step.error}</strong>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function CopyTrace({ trace }: { trace: Trace }) {
  const [text, setText] = useState('')
  const json = JSON.stringify(trace, undefined, 2)

  async function copy() {
    try {
      await navigator.clipboard.writeText(json)
      setText('Copied.')
    } catch {
      // The page is not secure, or the browser forbids it.
      setText('The browser forbids it: select the text below.')
    }
  }

  return (
    <>
      <button type="button" onClick={copy}>
        Copy the trace
      </button>
      <output>{text}</output>
      {text.startsWith('The browser') && <textarea readOnly aria-label="Trace" rows={6} value={json} />}
    </>
  )
}
