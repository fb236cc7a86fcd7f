// For tests of hosts, with any runner. Not for production: it needs `@testing-library/react`.
export { type RenderedFlow, renderConnect } from './testing/render-connect.tsx'
export {
  type CalledVerb,
  type RenderedStep,
  type RenderStepOptions,
  renderStep,
} from './testing/render-step.tsx'
