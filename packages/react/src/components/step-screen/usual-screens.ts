export { CodeScreen } from '../code/code-screen.tsx'
export { EndScreen } from '../end/end-screen.tsx'
export { UnavailableScreen } from '../unavailable/unavailable-screen.tsx'
