import { ConnectAccount, type ConnectEvent } from '@connect-account/react'
import { useState } from 'react'
import { browserSandbox } from './browser-sandbox.ts'

/** The stages of the funnel, and the events that reach them. */
const stages: readonly (readonly [stage: string, isReached: (event: ConnectEvent) => boolean])[] = [
  ['Opened', ({ type }) => type === 'opened'],
  ['Chose a provider', ({ type }) => type === 'provider_chosen'],
  ['Signed in', (event) => event.type === 'verb' && event.step === 'credentials' && event.verb === 'submit'],
  ['Connected', (event) => event.type === 'outcome' && event.outcome === 'linked'],
]

/** Where the users of a flow give up, from `onEvent`. An analytics service counts the same events. */
export function Funnel() {
  const [{ transport }] = useState(browserSandbox)
  const [events, setEvents] = useState<readonly ConnectEvent[]>([])

  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 32, alignItems: 'flex-start' }}>
      <ConnectAccount
        transport={transport}
        memory={null}
        onEvent={(event) => setEvents((earlier) => [...earlier, event])}
      />
      <table>
        <caption>Funnel</caption>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Flows</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {stages.map(([stage, isReached]) => {
            const reached = events.filter(isReached)
            const flows = new Set(reached.map(({ flowId }) => flowId))
            return (
              <tr key={stage}>
                <th scope="row">{stage}</th>
                <td>{flows.size}</td>
                <td>{reached[0] ? `${(reached[0].elapsedMs / 1000).toFixed(1)} s` : '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
