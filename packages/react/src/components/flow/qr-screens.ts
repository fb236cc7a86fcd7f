export { QrScreen } from '../screens/qr/qr-screen.tsx'
export * from './end-screens.ts'
