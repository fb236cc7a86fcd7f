/** The token that a return gives to its browser: in the address of the app, or in the page. */
export async function returnTokenOf(response: Response): Promise<string> {
  const location = response.headers.get('location')
  const token = location
    ? new URL(location).searchParams.get('connect_return')
    : /&quot;token&quot;:&quot;([\w-]+)&quot;/.exec(await response.text())?.[1]
  if (!token) throw new Error(`The return has no token: ${response.status} ${location}`)
  return token
}
