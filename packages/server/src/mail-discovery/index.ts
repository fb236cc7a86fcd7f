export { showsAppPasswordsInGroups } from './find-known-host.ts'
export { lookUpMail } from './look-up-mail.ts'
export type {
  MailFetch,
  MailLookupOptions,
  MailResolver,
  MailResponse,
  MxAnswer,
  SrvAnswer,
} from './mail-lookup-options.ts'
export type { MailEndpoint, MailLookup, MailSettings } from './mail-settings.ts'
export { isPublicHost } from './public-host.ts'
