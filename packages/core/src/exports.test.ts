import { expect, it } from 'vitest'
import * as catalogue from './catalogue/index.ts'
import * as client from './client/index.ts'
import * as errors from './errors/index.ts'
import * as root from './index.ts'
import * as internal from './internal/index.ts'
import * as testing from './testing/index.ts'

/**
 * The values that each entry exports. A name that is added here is public and must be documented, except in
 * `internal`.
 */
it.each<[entry: string, module: object, names: string[]]>([
  [
    '@connect-account/core',
    root,
    [
      'ConnectError',
      'Secret',
      'createAccountsClient',
      'createConnectClient',
      'errorCodes',
      'isOutcome',
      'systemClock',
    ],
  ],
  [
    '@connect-account/core/errors',
    errors,
    ['ConnectError', 'errorCatalogue', 'errorCodes', 'requestFieldErrors', 'userFieldErrors'],
  ],
  ['@connect-account/core/client', client, ['createAccountsClient', 'createConnectClient', 'systemClock']],
  [
    '@connect-account/core/catalogue',
    catalogue,
    ['accountWord', 'mailServersOf', 'mailSettingsMethod', 'providerCatalogue', 'testProviders'],
  ],
  [
    '@connect-account/core/testing',
    testing,
    [
      'manualClock',
      'sampleAccount',
      'sampleIntent',
      'sampleProvider',
      'sampleTime',
      'scriptedAccounts',
      'scriptedBackend',
      'scriptedTransport',
    ],
  ],
  [
    '@connect-account/core/internal',
    internal,
    [
      'CONSENT_RETURN_CHANNEL',
      'CONSENT_RETURN_PARAMETER',
      'RETURN_TOKEN_PARAMETER',
      'anything',
      'asConnectError',
      'canRecover',
      'connectMachine',
      'directionOf',
      'errorCodeOf',
      'findLanguage',
      'hasForm',
      'inkOn',
      'isOutage',
      'languages',
      'listOf',
      'number',
      'object',
      'oneOf',
      'openIntent',
      'optional',
      'problemMediaType',
      'readConsentReturn',
      'readProblem',
      'readableOnDark',
      'recordOf',
      'text',
      'time',
    ],
  ],
])('%s exports what it documents, and nothing else', (_, module, names) => {
  expect(Object.keys(module).sort()).toEqual(names)
})
