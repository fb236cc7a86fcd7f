import { takeAddress } from './link-address.ts'

/** The page's address, taken once, when the page's script starts. */
export const address = takeAddress()
