import * as v from 'valibot'
import type { StoredAccount } from '../state/state.ts'
import { parseValue } from '../wire/request.ts'
import { connectedMailbox, readMailbox } from './mailbox.ts'
import {
  cookieSchema,
  googleSchema,
  outlookSchema,
  passwordSchema,
  scanSchema,
  twitterSchema,
  whatsappSchema,
} from './requests.ts'

type Credentials = Record<string, unknown>

/** A provider of API v1. */
interface V1Provider {
  /** The name in starts and hosted links. */
  readonly name: string
  /** The name in starts and the type of an account, if it differs from the name. */
  readonly accountType?: string
  /** The type of an account's only source. */
  readonly source: 'MESSAGING' | 'MAILS'
  /**
   * Converts the flat credentials of a start, or of a reconnect of `account`, to API v2. Missing for a
   * provider that API v1 lacks.
   */
  readonly readCredentials?: (body: unknown, account: StoredAccount | undefined) => Credentials
  /** Returns an account's `connection_params`. */
  readonly connection: (account: StoredAccount) => object
}

/** Used if the start has no user agent, which API v1 only recommends. */
const DEFAULT_USER_AGENT = 'Mozilla/5.0 (API v1)'

const hasCookie = v.looseObject({ access_token: v.unknown() })

const owner = ({ userId, signInName }: StoredAccount) => ({ id: userId, username: signInName })
const scan = (body: unknown): Credentials => {
  parseValue(body, scanSchema)
  return { qrcode: true }
}
const byPassword = (body: unknown): Credentials => {
  const { username, password } = parseValue(body, passwordSchema)
  return { username, password }
}

const tokensOf = ({ access_token, refresh_token }: Credentials): Credentials => ({
  access_token,
  refresh_token,
})

/** By their ids on API v2. */
const providers: Readonly<Record<string, V1Provider>> = {
  linkedin: {
    name: 'LINKEDIN',
    source: 'MESSAGING',
    readCredentials(body) {
      if (!v.is(hasCookie, body)) return byPassword(body)
      const { access_token, user_agent = DEFAULT_USER_AGENT } = parseValue(body, cookieSchema)
      return { access_token, user_agent }
    },
    connection: (account) => ({ im: { ...owner(account), premiumContractId: null } }),
  },
  whatsapp: {
    name: 'WHATSAPP',
    source: 'MESSAGING',
    readCredentials(body) {
      const { pairing_phone_number } = parseValue(body, whatsappSchema)
      return pairing_phone_number === undefined ? { qrcode: true } : { pairing_phone_number }
    },
    connection: ({ userId }) => ({ im: { phone_number: userId } }),
  },
  telegram: {
    name: 'TELEGRAM',
    source: 'MESSAGING',
    readCredentials: scan,
    connection: ({ userId, signInName }) => ({ im: { user_id: userId, username: signInName } }),
  },
  instagram: person('INSTAGRAM', byPassword),
  facebook: person('MESSENGER', byPassword),
  twitter: person('TWITTER', (body) => {
    const { email, password } = parseValue(body, twitterSchema)
    return { username: email, password }
  }),
  imap: {
    name: 'MAIL',
    source: 'MAILS',
    readCredentials: readMailbox,
    connection: ({ signInName }) => ({ mail: connectedMailbox(signInName) }),
  },
  google: {
    name: 'GOOGLE',
    accountType: 'GOOGLE_OAUTH',
    source: 'MAILS',
    readCredentials: (body) => tokensOf(parseValue(body, googleSchema)),
    connection: (account) => ({ mail: owner(account) }),
  },
  outlook: {
    name: 'OUTLOOK',
    source: 'MAILS',
    readCredentials(body) {
      const read = parseValue(body, outlookSchema)
      return { ...tokensOf(read), id: read.id, username: read.username }
    },
    connection: (account) => ({ mail: owner(account) }),
  },
}

function person(name: string, readCredentials?: (body: unknown) => Credentials): V1Provider {
  return {
    name,
    source: 'MESSAGING',
    ...(readCredentials && { readCredentials }),
    connection: (account) => ({ im: owner(account) }),
  }
}

/**
 * Returns the provider with this id. One that API v1 lacks has its id in capitals as its name, and cannot be
 * started.
 */
export function v1Provider(id: string): V1Provider {
  return providers[id] ?? person(id.toUpperCase())
}

/** Returns an account's type. */
export function accountType(id: string): string {
  const { accountType: type, name } = v1Provider(id)
  return type ?? name
}

/** Returns the id of a provider; `undefined` if API v1 does not have it. */
export function providerOf(name: string): string | undefined {
  const spelling = name === 'IMAP' ? 'MAIL' : name
  return Object.entries(providers).find(([, known]) => known.name === spelling)?.[0]
}

/** Returns the id of the provider that starts call so; `undefined` if API v1 does not have it. */
export function startedProvider(name: string): string | undefined {
  const found = providerOf(name === 'GOOGLE_OAUTH' ? 'GOOGLE' : name)
  return found !== undefined && accountType(found) === name ? found : undefined
}
