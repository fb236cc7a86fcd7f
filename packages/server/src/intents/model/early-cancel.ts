/** The method of an intent that was canceled before its start arrived; no catalogue has it. */
export const EARLY_CANCEL_METHOD = 'canceled'

export function isEarlyCancel({ method }: { readonly method: string }): boolean {
  return method === EARLY_CANCEL_METHOD
}
