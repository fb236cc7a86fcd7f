/** The numbering plans of all countries. A chunk of its own, because it is large and rarely changes. */
export { default } from 'libphonenumber-js/min/metadata'
