/** Every country's numbering plan: much larger than what reads it, and the same for as long as the browser caches it. */
export { default } from 'libphonenumber-js/min/metadata'
