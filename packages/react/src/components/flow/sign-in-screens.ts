export { CredentialsScreen } from '../screens/credentials/credentials-screen.tsx'
export * from './code-screens.ts'
