/** The words of one field. */
export interface FieldText {
  readonly label: string
  /** What sentences call it, after "your" or "the". @default The label in lower case. */
  readonly name?: string
  readonly help?: string
}

const linkedinCookies: FieldText = {
  label: 'Cookies',
  help: 'Paste the li_at cookie of linkedin.com, and li_a for Recruiter or Sales Navigator, or a whole cookie export.',
}
const instagramCookies: FieldText = {
  label: 'Cookie',
  help: 'Paste the sessionid cookie of instagram.com, or a whole cookie export.',
}
const methods: Readonly<Record<string, string>> = {
  credentials: 'Email and password',
  'instagram.credentials': 'Username and password',
  'twitter.credentials': 'Username and password',
  cookies: 'Browser cookies',
  'instagram.cookies': 'Browser cookie',
  password: 'Email and password',
  manual: 'Server settings',
}
const fields: Readonly<Record<string, FieldText>> = {
  username: { label: 'Email or phone' },
  'instagram.username': { label: 'Username, email or phone' },
  'twitter.username': { label: 'Username, email or phone' },
  user: { label: 'Email' },
  password: { label: 'Password' },
  'linkedin.cookies': linkedinCookies,
  'instagram.cookies': instagramCookies,
  imap_host: { label: 'Server', name: 'incoming mail server' },
  imap_port: { label: 'Port', name: 'incoming mail port' },
  imap_encryption: { label: 'Encryption', name: 'incoming mail encryption' },
  smtp_host: { label: 'Server', name: 'outgoing mail server' },
  smtp_port: { label: 'Port', name: 'outgoing mail port' },
  smtp_encryption: { label: 'Encryption', name: 'outgoing mail encryption' },
}
const groups: Readonly<Record<string, string>> = {
  imap: 'Incoming mail (IMAP)',
  smtp: 'Outgoing mail (SMTP)',
}
const options: Readonly<Record<string, string>> = { tls: 'TLS', starttls: 'STARTTLS', default: 'Automatic' }

/**
 * English words of the providers' forms, which load with the form. A key is the id of a method, the name of a
 * field or group, or the value of an option; `provider.key` is for one provider.
 */
export const enForms = { forms: { methods, fields, groups, options } }
