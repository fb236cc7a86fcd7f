import { chunk } from '../lazy/chunk.ts'

/** The sign-in form and its form library. */
export const credentials = chunk(() => import('./sign-in-screens.ts'))
/** The pane before the first screen, which few hosts want. */
export const introduction = chunk(() => import('./introduction-screens.ts'))
/** The QR screen and the library that draws the code. */
export const qr = chunk(() => import('./qr-screens.ts'))
/** What is shown to be entered or tapped on the phone. */
export const show = chunk(() => import('./show-screens.ts'))
/** The screen that asks for a code. */
export const code = chunk(() => import('./code-screens.ts'))
/**
 * The screens for the end of a flow and for a backend that can't be reached. Every other chunk contains them.
 */
export const end = chunk(() => import('./end-screens.ts'))
/** The screens of the other checkpoints, in one chunk because they are small and share most of their code. */
export const others = chunk(() => import('./other-screens.ts'))
/** The phone number's screen with a country field, or with a plain field if the countries did not load. */
export const phone = chunk(async () => {
  const { loadPhoneScreen } = await import('./other-screens.ts')
  return { PhoneScreen: await loadPhoneScreen() }
})
