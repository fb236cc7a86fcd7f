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
