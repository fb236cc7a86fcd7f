import { ConnectError } from '@connect-account/core'
import type { ReportAnything } from '../../hooks/error-reports/use-report.ts'
import type { Slots } from './slot.tsx'

const known: Readonly<Record<keyof Slots, true>> = {
  top: true,
  picker: true,
  provider: true,
  form: true,
  end: true,
  bottom: true,
  button: true,
}

/** Reports the slots that do not exist, which plain JavaScript may pass. */
export function checkSlots(slots: Slots, report: ReportAnything): void {
  for (const name of Object.keys(slots)) {
    if (Object.hasOwn(known, name)) continue
    const detail = `"slots.${name}" does not exist; the value that was passed is ignored`
    report(new ConnectError('invalid_option', { detail }), true)
  }
}
