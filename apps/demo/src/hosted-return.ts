const parameters = ['account_id', 'provider', 'state', 'error_type', 'error_title', 'error_detail']

/** The result of a hosted link that returned to this page. */
export interface HostedReturn {
  readonly isLinked: boolean
  readonly text: string
}

/**
 * Reads the result from the query and removes it from the address, so that a reload does not show it again.
 */
export function takeHostedReturn(): HostedReturn | undefined {
  const url = new URL(window.location.href)
  const { account_id, provider, error_type, error_title, error_detail, state } = Object.fromEntries(
    url.searchParams,
  )
  if (account_id === undefined && error_type === undefined) return undefined
  for (const name of parameters) url.searchParams.delete(name)
  window.history.replaceState(window.history.state, '', url)
  const about = state ? ` (state: ${state})` : ''
  return account_id
    ? { isLinked: true, text: `A hosted link connected ${provider}, account ${account_id}${about}.` }
    : {
        isLinked: false,
        text: `A hosted link ended: ${[error_title, error_detail].filter(Boolean).join(': ')}${about}.`,
      }
}
