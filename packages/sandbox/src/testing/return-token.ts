/**
 * What the host's callback gave to the browser that came back from the consent page: the token that confirms the
 * return with the user's session, in the address of the app or in the page. `undefined` if there is nothing to
 * confirm.
 * @param response - What `passConsent` returned.
 */
export async function returnToken(response: Response): Promise<string | undefined> {
  const inAddress = new URL(response.url).searchParams.get('connect_return')
  if (inAddress) return inAddress
  const page = await response.clone().text()
  return /data-message="[^"]*&quot;token&quot;:&quot;([\w-]+)&quot;/.exec(page)?.[1]
}
