export { QrScreen } from '../screens/qr/qr-screen.tsx'
export * from './usual-screens.ts'
