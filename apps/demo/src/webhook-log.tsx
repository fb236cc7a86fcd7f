import { useEffect, useState } from 'react'
import { getWebhookLog, type WebhookDelivery } from './host-api.ts'

const EVERY_MS = 5_000

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'medium' })

/** Unipile's events in the order of arrival, and the result of each. */
export function WebhookLog() {
  const [events, setEvents] = useState<readonly WebhookDelivery[]>([])

  useEffect(() => {
    let isCurrent = true
    const read = () =>
      getWebhookLog().then(
        (log) => isCurrent && setEvents(log),
        // The next poll may succeed.
        () => {},
      )
    void read()
    const timer = setInterval(() => {
      if (!document.hidden) void read()
    }, EVERY_MS)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [])

  return (
    <div className="log">
      <h2>Webhook deliveries</h2>
      {events.length === 0 ? (
        <div className="card empty">
          <p>No webhooks received yet.</p>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users must be able to scroll it.
        <section className="card scroll" aria-label="Webhook deliveries" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Event</th>
                <th scope="col">Received</th>
                <th scope="col">Attempts</th>
                <th scope="col">Result</th>
              </tr>
            </thead>
            <tbody>
              {events.map((event) => (
                <tr key={event.id}>
                  <th scope="row">{event.type}</th>
                  <td>{time.format(new Date(event.receivedAt))}</td>
                  <td>{event.attempts}</td>
                  <td data-result={resultOf(event)}>{resultOf(event)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

function resultOf({ failure, processedAt }: WebhookDelivery): string {
  if (!processedAt) return failure ? `will retry (${failure})` : 'waiting'
  return failure ? `failed (${failure})` : 'applied'
}
