import * as kit from '../../packages/react/src/headless.ts'
import { useToolbarLook } from './toolbar.ts'

// Stories import this file as `@connect-account/react/headless`.
export * from '../../packages/react/src/headless.ts'

export const useStepContent: typeof kit.useStepContent = (connect, words = {}) =>
  kit.useStepContent(connect, useToolbarLook(words))
