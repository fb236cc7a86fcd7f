import { isThisMachine } from '../../settings/encrypted-url.ts'
import { type Check, failed, passed } from './finding.ts'

/** Whether the origins that users may return to are valid and safe. */
export const checkReturnOrigins: Check = async ({ returnOrigins }) => {
  const wrong = returnOrigins.filter((origin) => !isSafeOrigin(origin))
  if (wrong.length > 0) {
    return failed(
      `${wrong.join(', ')}: not an https origin.`,
      'Set each in RETURN_ORIGINS like https://app.example.com: without a path, not even a slash at the end.',
    )
  }
  if (returnOrigins.length === 0) return passed("none but the public URL's own.")
  return passed(`${returnOrigins.join(', ')}, and the public URL's own.`)
}

function isSafeOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.origin === text && (url.protocol === 'https:' || isThisMachine(url))
}
