declare const ELEMENT_VERSION: string

/** The version of this package, from its manifest. */
export const version: string = ELEMENT_VERSION
