import * as sandbox from '@connect-account/sandbox'
import * as testing from '@connect-account/sandbox/testing'
import { expect, it } from 'vitest'

it('exports what the README documents, and nothing else', () => {
  expect(Object.keys(sandbox).sort()).toEqual(['defaultTimings', 'startSandbox'])
  expect(Object.keys(testing).sort()).toEqual([
    'answerCheckpoint',
    'fillForm',
    'passConsent',
    'returnToken',
    'sandboxPhone',
    'signInName',
  ])
})
