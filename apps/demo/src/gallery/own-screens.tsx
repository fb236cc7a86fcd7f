export { Headless as default } from '../../../../packages/react/examples/Headless.tsx'
