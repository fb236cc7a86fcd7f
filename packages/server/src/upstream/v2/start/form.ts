import type { StartPart } from './start-part.ts'

/** The sign-in form as it is; `{}` where it has no fields. */
export const form: StartPart = ({ form: credentials }) => ({ credentials })
