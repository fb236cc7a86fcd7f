import { ConnectError } from '@connect-account/core/errors'

/** The longest accepted value of each header, in characters. HTTP servers have their own limits too. */
const MAX_URL = 8_192
const longest = { authorization: 8_192, 'last-event-id': 256, 'idempotency-key': 256, 'content-type': 256 }

/** @throws ConnectError `headers_too_large`. */
export function checkHeaderLimits({ url, headers }: Pick<Request, 'url' | 'headers'>): void {
  const isTooLong =
    url.length > MAX_URL ||
    Object.entries(longest).some(([name, length]) => (headers.get(name)?.length ?? 0) > length)
  if (isTooLong) throw new ConnectError('headers_too_large')
}
