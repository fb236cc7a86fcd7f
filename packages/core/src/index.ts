export * from './client/index.ts'
// Without the catalogue of causes and remedies, which is for developers and servers: `@connect-account/core/errors` has it.
export * from './errors/codes.ts'
export * from './errors/connect-error.ts'
export * from './machine/index.ts'
export * from './protocol/index.ts'
