export interface PostgresOptions {
  readonly durable?: boolean
  readonly settings?: Readonly<Record<string, string | number>>
}

export interface PostgresServer {
  readonly url: string
  readonly pid: number
  restart(): Promise<void>
  kill(): Promise<void>
  stop(): Promise<void>
}

export function startPostgres(options?: PostgresOptions): Promise<PostgresServer>
