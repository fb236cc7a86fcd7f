import type { LoggedError } from './error-for-log.ts'
import type { Logger, LogMembers } from './logger.ts'

type Kind = 'text' | 'number' | 'error'

/** The allow list: a member that is not on it, or is of another kind, is not logged. */
const kinds: Readonly<Record<keyof LogMembers, Kind>> = {
  err: 'error',
  code: 'text',
  intent: 'text',
  provider: 'text',
  notice: 'text',
  event: 'text',
  job: 'text',
  faults: 'number',
  attempts: 'number',
  accounts: 'number',
  requestId: 'text',
  method: 'text',
  route: 'text',
  status: 'number',
  durationMs: 'number',
}

const MAX_TEXT = 200
const MAX_FRAMES = 40
const MAX_CAUSES = 5

/** The host's logger behind the allow list: a member that is added by mistake never reaches it. */
export function knownLogMembers(logger: Logger): Logger {
  const { debug } = logger
  return {
    ...(debug ? { debug: (members, message) => debug.call(logger, pick(members), message) } : {}),
    info: (members, message) => logger.info(pick(members), message),
    warn: (members, message) => logger.warn(pick(members), message),
    error: (members, message) => logger.error(pick(members), message),
  }
}

function pick(members: object): LogMembers {
  const given = new Map<string, unknown>(Object.entries(members))
  const known: Record<string, unknown> = {}
  for (const [name, kind] of Object.entries(kinds)) {
    const value = given.get(name)
    if (kind === 'number' && typeof value === 'number') known[name] = value
    if (kind === 'text' && typeof value === 'string') known[name] = value.slice(0, MAX_TEXT)
    if (kind === 'error' && value !== undefined) known[name] = pickError(value, MAX_CAUSES)
  }
  return known
}

function pickError(value: unknown, depth: number): LoggedError {
  const given = new Map<string, unknown>(
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  )
  const text = (name: string) => {
    const member = given.get(name)
    return typeof member === 'string' ? { [name]: member.slice(0, MAX_TEXT) } : {}
  }
  const at = given.get('at')
  const cause = given.get('cause')
  return {
    name: 'unknown',
    ...text('name'),
    ...text('code'),
    ...text('detail'),
    ...(Array.isArray(at) ? { at: at.filter((line) => typeof line === 'string').slice(0, MAX_FRAMES) } : {}),
    ...(cause === undefined || depth === 0 ? {} : { cause: pickError(cause, depth - 1) }),
  }
}
