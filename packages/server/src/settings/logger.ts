/** Where the handler logs: any pino logger fits. Every member is one of a fixed list of names, and none is ever a secret. */
export interface Logger {
  info(members: object, message: string): void
  warn(members: object, message: string): void
  error(members: object, message: string): void
}
