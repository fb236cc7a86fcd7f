import { invalidSetting } from '../invalid-setting.ts'

/** Where events are posted to, signed as Standard Webhooks says (https://www.standardwebhooks.com). */
export interface EventSettings {
  /** The host's endpoint. It must be encrypted, unless `allowHttp` is set or it is on this machine. */
  readonly url: string
  /**
   * What the posts are signed with: `whsec_` and 24 to 64 random bytes in Base64. Several while one is replaced: each
   * post is signed with all of them.
   */
  readonly secret: string | readonly string[]
}

/** The same, checked. */
export interface ReadEventSettings {
  readonly url: URL
  readonly keys: readonly Buffer[]
}

/** @throws ConnectError `invalid_setting`. */
export function readEventSettings(
  { url: given, secret }: EventSettings,
  canUse: (url: URL) => boolean,
): ReadEventSettings {
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!isWeb || url.username || url.password || url.hash) {
    throw invalidSetting('events.url: not an http(s) URL. Set it like https://app.example.com/events.')
  }
  if (!canUse(url)) {
    throw invalidSetting(
      'events.url: plain http would send events unencrypted. Set an https URL, or allowHttp.',
    )
  }
  const keys = (typeof secret === 'string' ? [secret] : (secret ?? [])).map(readKey)
  if (keys.length === 0)
    throw invalidSetting('events.secret: missing. Set whsec_ and 24 to 64 bytes in Base64.')
  return { url, keys }
}

function readKey(secret: string): Buffer {
  const [, text] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? []
  const key = Buffer.from(text ?? '', 'base64')
  if (key.length >= 24 && key.length <= 64) return key
  throw invalidSetting('events.secret: not whsec_ and 24 to 64 bytes in Base64. Generate 32 random bytes.')
}
