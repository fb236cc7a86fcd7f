import * as v from 'valibot'
import type { StoredAccount } from '../state/state.ts'
import { parseValue } from '../wire/request.ts'
import { connectedMailbox, readMailbox } from './mailbox.ts'
import { cookieSchema, passwordSchema, twitterSchema } from './requests.ts'

type Credentials = Record<string, unknown>

/** A provider as API v1 has it. */
interface V1Provider {
  /** In starts and hosted links. */
  readonly name: string
  /** As the type of an account, if that is another one. */
  readonly accountType?: string
  /** What an account's one source is. */
  readonly source: 'MESSAGING' | 'MAILS'
  /**
   * Reads the flat credentials of a start, or of a reconnect of `account`, as the newer wire has them. Absent for a provider
   * whose tokens come from an OAuth application of the host's own.
   */
  readonly readCredentials?: (body: unknown, account: StoredAccount | undefined) => Credentials
  /** The owner in an account's `connection_params`. */
  readonly connection: (account: StoredAccount) => object
}

/** Without the agent that API v1 only recommends. */
const SOME_AGENT = 'Mozilla/5.0 (API v1)'

const cookieMark = v.looseObject({ access_token: v.unknown() })

const owner = ({ userId, signInName }: StoredAccount) => ({ id: userId, username: signInName })
const scan = (): Credentials => ({ qrcode: true })
const byPassword = (body: unknown): Credentials => parseValue(body, passwordSchema)

/** By the ids of the newer wire. */
const providers: Readonly<Record<string, V1Provider>> = {
  linkedin: {
    name: 'LINKEDIN',
    source: 'MESSAGING',
    readCredentials(body) {
      if (!v.is(cookieMark, body)) return byPassword(body)
      const { access_token, user_agent = SOME_AGENT } = parseValue(body, cookieSchema)
      return { access_token, user_agent }
    },
    connection: (account) => ({ im: { ...owner(account), premiumContractId: null } }),
  },
  whatsapp: {
    name: 'WHATSAPP',
    source: 'MESSAGING',
    readCredentials: scan,
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
    connection: (account) => ({ mail: owner(account) }),
  },
  outlook: { name: 'OUTLOOK', source: 'MAILS', connection: (account) => ({ mail: owner(account) }) },
}

function person(name: string, readCredentials?: (body: unknown) => Credentials): V1Provider {
  return {
    name,
    source: 'MESSAGING',
    ...(readCredentials && { readCredentials }),
    connection: (account) => ({ im: owner(account) }),
  }
}

/** The provider with this id; one that API v1 does not have is spelled in capitals and cannot be started. */
export function v1Provider(id: string): V1Provider {
  return providers[id] ?? person(id.toUpperCase())
}

/** An account's type. */
export function accountType(id: string): string {
  const { accountType: type, name } = v1Provider(id)
  return type ?? name
}

/** The provider's id; `undefined` for one that API v1 does not have. */
export function providerOf(name: string): string | undefined {
  const spelling = name === 'IMAP' ? 'MAIL' : name
  return Object.entries(providers).find(([, known]) => known.name === spelling)?.[0]
}
