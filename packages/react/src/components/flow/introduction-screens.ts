export { IntroductionScreen } from '../screens/introduction/introduction-screen.tsx'
