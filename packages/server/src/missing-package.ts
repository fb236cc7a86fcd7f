import type { ConnectError } from '@connect-account/core/errors'
import { invalidSetting } from './invalid-setting.ts'

/**
 * The error of an optional package that cannot be loaded: it names the setting that needs it, and how to
 * install it.
 */
export function missingPackage(
  setting: string,
  feature: string,
  packages: readonly string[],
  cause: unknown,
): ConnectError {
  const names = packages.join(' ')
  return invalidSetting(`${setting}: ${feature} needs ${names}. Run: npm install ${names}`, cause)
}
