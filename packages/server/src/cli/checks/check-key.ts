import { MissingSetting, openUpstream } from '../environment.ts'
import { type Check, failed, failedCall, passed } from './finding.ts'

/** Whether Unipile accepts the key. */
export const checkKey: Check = async (environment) => {
  try {
    const upstream = openUpstream(environment)
    try {
      await upstream.listAccounts()
      return passed(`accepted by ${new URL(environment.apiUrl).host} (API ${environment.apiVersion}).`)
    } finally {
      await upstream.close()
    }
  } catch (error) {
    if (!(error instanceof MissingSetting)) return failedCall(error)
    const [detail = '', ...remedy] = error.message.split(/(?<=\.) /)
    return failed(detail, remedy.join(' '))
  }
}
