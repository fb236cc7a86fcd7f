import { flag, object, oneOf, type Read } from './reader.ts'

/** The body of `GET /healthz`. */
export const readHealth = object({ status: oneOf('alive') })

/** The body of `GET /readyz`. */
export const readReadiness = object({
  status: oneOf('ready', 'not_ready'),
  checks: object({
    /** Whether the database responds. */
    database: flag,
    /** Whether notifications of other instances arrive, so that event streams are fresh. */
    listener: flag,
    /** Whether this instance is not closing. */
    open: flag,
  }),
})

export type Health = Read<typeof readHealth>
export type Readiness = Read<typeof readReadiness>
