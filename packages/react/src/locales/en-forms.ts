/** The words of one field. */
export interface FieldText {
  readonly label: string
  /** What sentences call it, in English after "your" or "the". @default `nameInSentence` of the label. */
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
const methods = {
  credentials: 'Email and password',
  'instagram.credentials': 'Username and password',
  'twitter.credentials': 'Username and password',
  cookies: 'Browser cookies',
  'instagram.cookies': 'Browser cookie',
  password: 'Email and password',
  manual: 'Server settings',
  qr: 'QR code',
  pairing_code: 'Phone number',
}
const fields = {
  username: { label: 'Email or phone' },
  'instagram.username': { label: 'Username, email or phone' },
  'twitter.username': { label: 'Username, email or phone' },
  user: { label: 'Email' },
  email: { label: 'Email' },
  password: { label: 'Password' },
  'linkedin.cookies': linkedinCookies,
  'instagram.cookies': instagramCookies,
  phone: { label: 'Phone number', help: 'Include the country code, like +33 6 12 34 56 78.' },
  imap_host: { label: 'Server', name: 'incoming mail server' },
  imap_port: { label: 'Port', name: 'incoming mail port' },
  imap_encryption: { label: 'Encryption', name: 'incoming mail encryption' },
  smtp_host: { label: 'Server', name: 'outgoing mail server' },
  smtp_port: { label: 'Port', name: 'outgoing mail port' },
  smtp_encryption: { label: 'Encryption', name: 'outgoing mail encryption' },
} satisfies Record<string, FieldText>
const groups = {
  imap: 'Incoming mail (IMAP)',
  smtp: 'Outgoing mail (SMTP)',
}
const options = { tls: 'TLS', starttls: 'STARTTLS', default: 'Automatic' }

/** Words by key. A translation has every key of the English ones, and may have more. */
type Words<Keys extends PropertyKey, T> = Readonly<Record<Keys, T>> & Readonly<Record<string, T>>

interface FormMessages {
  readonly methods: Words<keyof typeof methods, string>
  readonly fields: Words<keyof typeof fields, FieldText>
  readonly groups: Words<keyof typeof groups, string>
  readonly options: Words<keyof typeof options, string>
  /** A label within a sentence. */
  readonly nameInSentence: (label: string) => string
}

/**
 * English words of the providers' forms, which load with the form. A key is the id of a method, the name of a
 * field or group, or the value of an option; `provider.key` is for one provider.
 */
export const enForms: { readonly forms: FormMessages } = {
  forms: {
    methods,
    fields,
    groups,
    options,
    // One that starts with an abbreviation stays as it is.
    nameInSentence: (label) =>
      /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1),
  },
}
