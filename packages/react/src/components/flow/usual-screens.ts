export { CodeScreen } from '../screens/code/code-screen.tsx'
export { EndScreen } from '../screens/end-screen.tsx'
export { UnavailableScreen } from '../screens/unavailable-screen.tsx'
