import { chunk } from '../lazy/chunk.ts'

/** The sign-in form, with the form library that only it needs. */
export const credentials = chunk(() => import('./sign-in-screens.ts'))
/** The QR code's screen, with the library that draws it. */
export const qr = chunk(() => import('./qr-screens.ts'))
/** What most flows show after the first screen: the code, the end, and that the backend cannot be reached. */
export const usual = chunk(() => import('./usual-screens.ts'))
/** The screens of the other checkpoints. They are small and share most of their code, so they are one file. */
export const others = chunk(() => import('./other-screens.ts'))
/** The phone number's screen, with the field that knows every country, or the plain one if that did not load. */
export const phone = chunk(async () => {
  const { loadPhoneScreen } = await import('./other-screens.ts')
  return { PhoneScreen: await loadPhoneScreen() }
})
