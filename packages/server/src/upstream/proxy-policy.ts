import * as v from 'valibot'

const customSchema = v.strictObject({
  host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  username: v.exactOptional(v.string()),
  password: v.exactOptional(v.string()),
  protocol: v.exactOptional(v.picklist(['https', 'http', 'socks5', 'socks4'])),
})

const autoSchema = v.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2}$/))),
  ip: v.exactOptional(v.pipe(v.string(), v.ipv4())),
})

export const proxyPolicySchema = v.union([
  v.strictObject({ custom: customSchema }),
  v.strictObject({ auto: autoSchema }),
])

/**
 * A proxy of the host's own, or one that Unipile picks near a country or an address (wire page, `config`).
 */
export type ProxyPolicy = v.InferOutput<typeof proxyPolicySchema>

/** What a host may choose by. */
export interface ProxyQuestion {
  /** The host's own id of its user. */
  readonly userId: string
  /** The provider's id in the catalogue. */
  readonly provider: string
  /** The user's country (ISO 3166-1 alpha-2), if the host's edge sends it in a header. */
  readonly country?: string
}

/** Whether a user may name a proxy of their own: always, never, or by user and provider. */
export type AllowUserProxy = boolean | ((question: Pick<ProxyQuestion, 'userId' | 'provider'>) => boolean)

/** `undefined` leaves the choice to the user's own proxy if there is one, else to Unipile. */
export type ChooseProxy = (
  question: ProxyQuestion,
) => ProxyPolicy | undefined | Promise<ProxyPolicy | undefined>
