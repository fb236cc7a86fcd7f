import { isThisMachine } from '../../settings/encrypted-url.ts'
import { type Check, failed, passed } from './finding.ts'

/** Whether providers and Unipile can send users and events back here. */
export const checkPublicUrl: Check = async ({ publicUrl }) => {
  const remedy = 'Set PUBLIC_URL to where browsers reach the host, like https://app.example.com.'
  if (!publicUrl)
    return failed('PUBLIC_URL is not set: no consent page can return, and no link can be made.', remedy)
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined
  if (!url || url.username || url.password || url.search || url.hash)
    return failed('is not a plain URL.', remedy)
  if (url.protocol === 'https:') return passed(`${url.href} (https).`)
  if (url.protocol === 'http:' && isThisMachine(url)) return passed(`${url.href}, for this machine only.`)
  return failed(`${url.protocol}// is not encrypted.`, remedy)
}
