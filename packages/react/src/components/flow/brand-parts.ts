export { BrandLinks } from '../screens/brand/brand-links.tsx'
export { BrandMark } from '../screens/brand/brand-mark.tsx'
