export * from './client/index.ts'
export * from './errors/index.ts'
export * from './machine/index.ts'
export * from './protocol/index.ts'
