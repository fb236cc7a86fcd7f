import { SpanKind } from '@opentelemetry/api'
import type { Upstream } from '../upstream/upstream.ts'
import type { Telemetry } from './telemetry.ts'

/** The same upstream, with each call measured and in its own span. */
export function observeUpstream(upstream: Upstream, telemetry: Telemetry): Upstream {
  function observe<T>(operation: string, call: () => Promise<T>): Promise<T> {
    const startedAt = performance.now()
    return telemetry.inSpan(
      `unipile ${operation}`,
      {
        kind: SpanKind.CLIENT,
        attributes: { 'connect.upstream.operation': operation },
        onEnd(failure) {
          const seconds = (performance.now() - startedAt) / 1000
          telemetry.upstreamDuration.record(seconds, {
            operation,
            ...(failure === undefined ? {} : { 'error.type': failure }),
          })
        },
      },
      call,
    )
  }

  const { restartAccount } = upstream
  return {
    ...upstream,
    ...(restartAccount
      ? { restartAccount: (id: string) => observe('restartAccount', () => restartAccount(id)) }
      : {}),
    start: (input) => observe('start', () => upstream.start(input)),
    startMail: (input) => observe('startMail', () => upstream.startMail(input)),
    solve: (id, answer) => observe('solve', () => upstream.solve(id, answer)),
    givePhone: (id, phone) => observe('givePhone', () => upstream.givePhone(id, phone)),
    wait: (id, signal) => observe('wait', () => upstream.wait(id, signal)),
    resend: (id) => observe('resend', () => upstream.resend(id)),
    requestChallenge: (id, challenge, form) =>
      observe('requestChallenge', () => upstream.requestChallenge(id, challenge, form)),
    readAccount: (id) => observe('readAccount', () => upstream.readAccount(id)),
    listAccounts: (cursor) => observe('listAccounts', () => upstream.listAccounts(cursor)),
    removeAccount: (id) => observe('removeAccount', () => upstream.removeAccount(id)),
    createWizardLink: (input) => observe('createWizardLink', () => upstream.createWizardLink(input)),
  }
}
