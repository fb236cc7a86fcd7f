/** The numbering plans of all countries. A separate chunk, because it is large and rarely changes. */
export { default } from 'libphonenumber-js/min/metadata'
