/** Codes that say nothing about the cookies: the same attempt may succeed later. */
const transient =
  /^(network_.*|session_.*|upstream_(unauthorized|rate_limited|unavailable|timeout|unreachable)|server_unavailable|shutting_down|(provider_)?rate_limited|provider_unavailable|sign_in_in_progress|unexpected_answer|internal_error)$/

/** Whether an attempt with this error code may simply be repeated later. Any other code counts as a refusal. */
export function isTransient(code: string): boolean {
  return transient.test(code)
}
