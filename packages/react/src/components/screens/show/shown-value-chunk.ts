// With these two, which every chunk of a screen has, bundlers leave what all chunks share in the first file.
export { EndScreen } from '../end-screen.tsx'
export { UnavailableScreen } from '../unavailable-screen.tsx'
export { ShownValue } from './shown-value.tsx'
