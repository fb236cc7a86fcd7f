export { EndScreen } from '../screens/end-screen.tsx'
export { UnavailableScreen } from '../screens/unavailable-screen.tsx'
