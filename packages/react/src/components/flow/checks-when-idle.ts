// What is checked once for developers, in one chunk that loads when the browser is idle.
export { checkStyles } from '../../hooks/error-reports/check-styles.ts'
export { checkSlots } from '../root/check-slots.ts'
