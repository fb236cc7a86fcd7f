export { CodeScreen } from '../screens/code/code-screen.tsx'
export * from './end-screens.ts'
