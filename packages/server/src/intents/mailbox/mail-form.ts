import { ConnectError, type FieldError, type UserFieldErrorCode } from '@connect-account/core/errors'
import * as v from 'valibot'
import type { MailEndpoint, MailSettings } from '../../mail-discovery/index.ts'
import type { MailHosts } from './mail-hosts.ts'

/** The catalogue's fields of a mail server start with its side: `imap_host`, `smtp_port` … */
type MailSide = 'imap' | 'smtp'

const sides: readonly MailSide[] = ['imap', 'smtp']
const portSchema = v.pipe(
  v.string(),
  v.digits(),
  v.transform(Number),
  v.integer(),
  v.minValue(1),
  v.maxValue(65_535),
)
const encryptionSchema = v.picklist(['tls', 'starttls', 'default'])

/**
 * The servers that the user named. @throws ConnectError `mail_settings_invalid` for one that Unipile may not
 * be sent to.
 */
export async function readMailForm(
  form: Readonly<Record<string, string>>,
  hosts: Pick<MailHosts, 'mayTry'>,
): Promise<MailSettings> {
  const checks = await Promise.all(sides.map((side) => checkSide(side, form, hosts)))
  const fields = checks.flat()
  if (fields.length > 0) throw new ConnectError('mail_settings_invalid', { fields })
  return { imap: readSide('imap', form), smtp: readSide('smtp', form) }
}

async function checkSide(
  side: MailSide,
  form: Readonly<Record<string, string>>,
  hosts: Pick<MailHosts, 'mayTry'>,
): Promise<FieldError<UserFieldErrorCode>[]> {
  const fields: FieldError<UserFieldErrorCode>[] = []
  if (!(await hosts.mayTry(form[`${side}_host`] ?? ''))) {
    fields.push({ name: `${side}_host`, code: 'server_not_found' })
  }
  if (!v.is(portSchema, form[`${side}_port`])) {
    fields.push({ name: `${side}_port`, code: 'port_out_of_range' })
  }
  return fields
}

function readSide(side: MailSide, form: Readonly<Record<string, string>>): MailEndpoint {
  return {
    host: form[`${side}_host`] ?? '',
    port: v.parse(portSchema, form[`${side}_port`]),
    encryption: v.parse(encryptionSchema, form[`${side}_encryption`]),
  }
}

/** The same servers as values of the form. */
export function mailFormOf({ imap, smtp }: MailSettings): Record<string, string> {
  return { ...sideForm('imap', imap), ...sideForm('smtp', smtp) }
}

function sideForm(side: MailSide, { host, port, encryption }: MailEndpoint): Record<string, string> {
  return { [`${side}_host`]: host, [`${side}_port`]: String(port), [`${side}_encryption`]: encryption }
}
