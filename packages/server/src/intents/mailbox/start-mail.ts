import { mailServersOf, mailSettingsMethod } from '@connect-account/core/catalogue'
import { ConnectError } from '@connect-account/core/errors'
import { Secret } from '@connect-account/core/protocol'
import { type MailLookup, type MailSettings, showsAppPasswordsInGroups } from '../../mail-discovery/index.ts'
import type { Upstream, UpstreamResult, UpstreamStart } from '../../upstream/upstream.ts'
import { mailError } from './mail-error.ts'
import { mailFormOf, readMailForm } from './mail-form.ts'
import type { MailHosts } from './mail-hosts.ts'

interface MailContext {
  readonly upstream: Pick<Upstream, 'startMail'>
  readonly mail: MailHosts
}

/**
 * Links a mailbox: with the servers that the user named, with those that its domain publishes, or with none,
 * so that Unipile guesses.
 * @throws ConnectError `invalid_credentials`, `app_password_needed`, `mail_settings_invalid` with what is
 *   wrong by field, or `mail_settings_needed` with what is known of the servers as `prefill`.
 */
export async function startMail(context: MailContext, start: UpstreamStart): Promise<UpstreamResult> {
  const form = start.credentials?.reveal() ?? {}
  const email = form.user ?? ''
  return mailServersOf(start.provider, start.method) === 'named'
    ? startByForm(context, start, form, email)
    : startByLookup(context, start, email)
}

async function startByForm(
  context: MailContext,
  start: UpstreamStart,
  form: Readonly<Record<string, string>>,
  email: string,
): Promise<UpstreamResult> {
  const mail = await readMailForm(form, context.mail)
  try {
    return await signIn(context, { ...start, mail })
  } catch (error) {
    if (!isWrongPassword(error)) throw error
    throw wrongPassword(error, await context.mail.lookUp(email))
  }
}

async function startByLookup(
  context: MailContext,
  start: UpstreamStart,
  email: string,
): Promise<UpstreamResult> {
  const found = await context.mail.lookUp(email)
  if (!found.settings && context.mail.fallback === 'ask') throw settingsNeeded(found)
  try {
    return await signIn(context, found.settings ? { ...start, mail: found.settings } : start)
  } catch (error) {
    if (isWrongPassword(error)) throw wrongPassword(error, found)
    // The short form has no server fields, so its user corrects them in the long one.
    if (error instanceof ConnectError && error.code === 'mail_settings_invalid') {
      throw found.settings ? settingsWrong(error, found.settings) : settingsNeeded(found)
    }
    throw error
  }
}

async function signIn({ upstream }: MailContext, start: UpstreamStart): Promise<UpstreamResult> {
  const result = await upstream.startMail(withoutGroups(start))
  if (result.type === 'mail_refused') throw mailError(result)
  return result
}

const fourGroups = /^\s*([a-z\d]{4}(?:\s[a-z\d]{4}){3})\s*$/i

/** A host may show an app password in groups. The blanks between them are not a part of it. */
function withoutGroups(start: UpstreamStart): UpstreamStart {
  const form = start.credentials?.reveal() ?? {}
  const [, grouped] = fourGroups.exec(form.password ?? '') ?? []
  if (!grouped || !showsAppPasswordsInGroups(form.user ?? '', start.mail?.imap.host)) return start
  return { ...start, credentials: new Secret({ ...form, password: grouped.replace(/\s/g, '') }) }
}

function isWrongPassword(error: unknown): error is ConnectError {
  return error instanceof ConnectError && error.code === 'invalid_credentials'
}

/** If the mail host refuses a person's own password to mail programs, that is the likelier mistake. */
function wrongPassword(error: ConnectError, { appPasswordHelp }: MailLookup): ConnectError {
  if (!appPasswordHelp) return error
  return new ConnectError('app_password_needed', {
    helpUrl: appPasswordHelp,
    fields: [{ name: 'password', code: 'app_password_needed' }],
  })
}

/** The published servers do not work: they are known, but wrong for this mailbox or not reachable. */
function settingsWrong({ fields = [] }: ConnectError, settings: MailSettings): ConnectError {
  return new ConnectError('mail_settings_invalid', {
    method: mailSettingsMethod,
    prefill: mailFormOf(settings),
    fields,
  })
}

function settingsNeeded({ settings }: MailLookup): ConnectError {
  return new ConnectError('mail_settings_needed', {
    method: mailSettingsMethod,
    prefill: settings ? mailFormOf(settings) : {},
  })
}
