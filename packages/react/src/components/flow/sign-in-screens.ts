export { CredentialsScreen } from '../screens/credentials/credentials-screen.tsx'
export * from './usual-screens.ts'
