import { ConnectError } from '../errors/connect-error.ts'

/** For a rejected `fetch`, body or `import()`: the browser is offline, or a new deployment replaced the chunk. */
export function unreachable(cause: unknown): never {
  throw new ConnectError('network_unreachable', { cause })
}
