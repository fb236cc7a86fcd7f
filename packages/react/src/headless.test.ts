import { expect, it } from 'vitest'
import * as api from './headless.ts'

it('exports only what the README documents', () => {
  expect(Object.keys(api)).toEqual(['useStepContent'])
})
