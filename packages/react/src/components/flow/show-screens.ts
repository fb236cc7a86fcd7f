export { ShowScreen } from '../screens/show/show-screen.tsx'
export * from './end-screens.ts'
