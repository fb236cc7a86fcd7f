/** Continues with a link to Unipile's wizard, as this browser. @returns the wizard's address. */
export async function openWizard(link: string, browser: string): Promise<string> {
  const response = await fetch(`${link}/wizard`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ browser }),
  })
  const { url } = await response.json()
  if (!response.ok) throw new Error(`The link answered ${response.status}.`)
  return url
}

/**
 * Signs in to Google in Unipile's wizard as a browser without scripts, as far as the host's own address, which
 * it does not load.
 * @returns the address at the host to which the browser was sent.
 */
export async function walkWizard(url: string, signInName: string, host: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ provider: 'google', as: signInName }),
  })
  const text = await response.text()
  const location = response.headers.get('location')
  if (!location?.startsWith(host))
    throw new Error(`The wizard answered ${response.status}: ${text.slice(0, 200)}`)
  return location
}
