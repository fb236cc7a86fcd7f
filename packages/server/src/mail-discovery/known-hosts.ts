import type { MailEndpoint, MailSettings } from './mail-settings.ts'

/** A mail host that many people use. */
export interface KnownHost {
  /** The domains of its own addresses. */
  readonly domains: readonly string[]
  /** The endings of its MX hosts' names, which identify the domains of its customers. */
  readonly mx?: readonly string[]
  /** Absent if the host has no IMAP that others can reach. */
  readonly settings?: MailSettings
  /** Whether people sign in with the part before the `@` alone. Default: false. */
  readonly signsInByLocalPart?: true
  readonly appPasswordHelp?: string
  /**
   * Whether the host shows an app password in groups of four characters with blanks between. @default false
   */
  readonly showsAppPasswordsInGroups?: true
}

const tls = (host: string, port: number): MailEndpoint => ({ host, port, encryption: 'tls' })
const starttls = (host: string, port: number): MailEndpoint => ({ host, port, encryption: 'starttls' })

/** The usual pair: IMAP on 993 and submission on 465, both in TLS (RFC 8314). */
const onTls = (imap: string, smtp = imap): MailSettings => ({ imap: tls(imap, 993), smtp: tls(smtp, 465) })

const across = (name: string, endings: string) => endings.split(' ').map((ending) => `${name}.${ending}`)

const appPasswords = {
  google: 'https://support.google.com/accounts/answer/185833',
  microsoft:
    'https://support.microsoft.com/account-billing/how-to-get-and-use-app-passwords-5896ed9b-4263-e681-128a-a6f2979a7944',
  yahoo: 'https://help.yahoo.com/kb/SLN15241.html',
  aol: 'https://help.aol.com/articles/create-and-manage-app-password',
  apple: 'https://support.apple.com/102654',
  zoho: 'https://help.zoho.com/portal/en/kb/accounts/manage-your-zoho-account/articles/manage-app-passwords',
}

/**
 * Servers, ports and domains follow Mozilla's ISPDB (github.com/thunderbird/autoconfig) if it lists the host,
 * and otherwise the host's own help pages, as do the pages on app passwords.
 */
export const knownHosts: readonly KnownHost[] = [
  {
    domains: ['gmail.com', 'googlemail.com'],
    mx: ['google.com', 'googlemail.com'],
    settings: onTls('imap.gmail.com', 'smtp.gmail.com'),
    appPasswordHelp: appPasswords.google,
    showsAppPasswordsInGroups: true,
  },
  {
    // Microsoft has turned password sign-in off for most mailboxes: its OAuth provider is the way that always
    // works.
    domains: [
      ...across(
        'outlook',
        'com at be cl cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk co.id co.il co.th',
      ),
      ...across('outlook', 'com.ar com.au com.br com.gr com.tr com.vn'),
      ...across(
        'hotmail',
        'com be ca ch cl cz de dk es fi fr gr hu it lt lv my nl no ph rs se sg sk co.id co.il',
      ),
      ...across(
        'hotmail',
        'co.in co.jp co.kr co.nz co.th co.uk co.za com.ar com.au com.br com.hk com.tr com.tw com.vn',
      ),
      ...across(
        'live',
        'com at be ca cl cn de dk fi fr hk ie in it jp nl no ru se co.uk com.au com.ar com.mx com.pt',
      ),
      'msn.com',
      'windowslive.com',
      'passport.com',
    ],
    settings: { imap: tls('outlook.office365.com', 993), smtp: starttls('smtp-mail.outlook.com', 587) },
    appPasswordHelp: appPasswords.microsoft,
  },
  {
    domains: ['office365.com'],
    mx: ['outlook.com', 'mx.microsoft'],
    settings: { imap: tls('outlook.office365.com', 993), smtp: starttls('smtp.office365.com', 587) },
    appPasswordHelp: appPasswords.microsoft,
  },
  {
    domains: [
      ...across(
        'yahoo',
        'com ca de it fr es se ie gr ro pl no dk in co.in co.uk co.nz co.id co.za com.au com.ar',
      ),
      ...across('yahoo', 'com.br com.mx com.co com.hk com.sg com.tw com.ph com.vn com.tr'),
      'ymail.com',
      'myyahoo.com',
      'rocketmail.com',
    ],
    mx: ['yahoodns.net'],
    settings: onTls('imap.mail.yahoo.com', 'smtp.mail.yahoo.com'),
    appPasswordHelp: appPasswords.yahoo,
    showsAppPasswordsInGroups: true,
  },
  {
    domains: [
      ...across('aol', 'com de it fr es se co.uk co.nz com.au com.ar com.br com.mx'),
      ...['aim.com', 'netscape.net', 'compuserve.com', 'verizon.net'],
    ],
    settings: onTls('imap.aol.com', 'smtp.aol.com'),
    appPasswordHelp: appPasswords.aol,
    showsAppPasswordsInGroups: true,
  },
  {
    domains: ['icloud.com', 'me.com', 'mac.com'],
    mx: ['mail.icloud.com'],
    settings: { imap: tls('imap.mail.me.com', 993), smtp: starttls('smtp.mail.me.com', 587) },
    appPasswordHelp: appPasswords.apple,
  },
  {
    domains: across('gmx', 'net de at ch eu biz org info'),
    settings: onTls('imap.gmx.net', 'mail.gmx.net'),
    appPasswordHelp: 'https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html',
  },
  {
    domains: across('gmx', 'com us co.uk es fr ca ie pt se it li tm'),
    settings: onTls('imap.gmx.com', 'mail.gmx.com'),
    appPasswordHelp: 'https://support.gmx.com/security/2fa/application-specific-passwords.html',
  },
  {
    domains: ['web.de'],
    settings: onTls('imap.web.de', 'smtp.web.de'),
    signsInByLocalPart: true,
    appPasswordHelp: 'https://hilfe.web.de/sicherheit/2fa/anwendungsspezifisches-passwort.html',
  },
  {
    domains: ['zoho.com', 'zohomail.com'],
    mx: ['zoho.com'],
    settings: onTls('imap.zoho.com', 'smtp.zoho.com'),
    appPasswordHelp: appPasswords.zoho,
  },
  {
    domains: ['zoho.eu', 'zohomail.eu'],
    mx: ['zoho.eu'],
    settings: onTls('imap.zoho.eu', 'smtp.zoho.eu'),
    appPasswordHelp: appPasswords.zoho,
  },
  {
    domains: ['zoho.in', 'zohomail.in'],
    mx: ['zoho.in'],
    settings: onTls('imap.zoho.in', 'smtp.zoho.in'),
    appPasswordHelp: appPasswords.zoho,
  },
  {
    domains: ['fastmail.com', 'fastmail.fm', 'sent.com', 'messagingengine.com'],
    mx: ['messagingengine.com'],
    settings: onTls('imap.fastmail.com', 'smtp.fastmail.com'),
    appPasswordHelp: 'https://www.fastmail.help/hc/en-us/articles/360058752854',
    showsAppPasswordsInGroups: true,
  },
  // Proton's bridge listens on its user's own machine, and Tuta has its own protocol.
  { domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'], mx: ['protonmail.ch'] },
  {
    domains: ['tuta.com', 'tuta.io', 'tutanota.com', 'tutanota.de', 'tutamail.com', 'keemail.me'],
    mx: ['tutanota.de'],
  },
  {
    domains: [
      'yandex.com',
      'yandex.ru',
      'yandex.net',
      'yandex.by',
      'yandex.kz',
      'yandex.ua',
      'ya.ru',
      'narod.ru',
    ],
    mx: ['yandex.net', 'yandex.ru'],
    settings: onTls('imap.yandex.com', 'smtp.yandex.com'),
    appPasswordHelp: 'https://id.yandex.com/security/app-passwords',
  },
  {
    domains: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru', 'internet.ru'],
    mx: ['mail.ru'],
    settings: onTls('imap.mail.ru', 'smtp.mail.ru'),
    appPasswordHelp: 'https://account.mail.ru/user/2-step-auth/passwords',
  },
  { domains: ['orange.fr', 'wanadoo.fr'], settings: onTls('imap.orange.fr', 'smtp.orange.fr') },
  { domains: ['free.fr'], settings: onTls('imap.free.fr', 'smtp.free.fr'), signsInByLocalPart: true },
  {
    domains: ['laposte.net'],
    settings: onTls('imap.laposte.net', 'smtp.laposte.net'),
    signsInByLocalPart: true,
  },
  {
    domains: ['sfr.fr', 'neuf.fr', 'club-internet.fr'],
    settings: onTls('imap.sfr.fr', 'smtp.sfr.fr'),
  },
  {
    domains: ['online.de', 'onlinehome.de', 'go4more.de'],
    mx: ['kundenserver.de', 'ionos.de', '1and1.de'],
    settings: onTls('imap.ionos.de', 'smtp.ionos.de'),
  },
  { domains: [], mx: ['ionos.com', '1and1.com'], settings: onTls('imap.ionos.com', 'smtp.ionos.com') },
  {
    domains: [],
    mx: ['ionos.co.uk', '1and1.co.uk'],
    settings: onTls('imap.ionos.co.uk', 'smtp.ionos.co.uk'),
  },
  { domains: [], mx: ['ionos.fr', '1and1.fr'], settings: onTls('imap.ionos.fr', 'smtp.ionos.fr') },
  { domains: [], mx: ['ionos.es', '1and1.es'], settings: onTls('imap.ionos.es', 'smtp.ionos.es') },
  { domains: ['ovh.net'], mx: ['mail.ovh.net'], settings: onTls('ssl0.ovh.net') },
  { domains: ['gandi.net'], mx: ['mail.gandi.net'], settings: onTls('mail.gandi.net') },
  {
    domains: ['ik.me', 'etik.com', 'infomaniak.com'],
    mx: ['infomaniak.ch'],
    settings: onTls('mail.infomaniak.com'),
  },
  { domains: ['mailbox.org'], mx: ['mailbox.org'], settings: onTls('imap.mailbox.org', 'smtp.mailbox.org') },
  { domains: across('posteo', 'de net org eu at ch com co.uk fr'), settings: onTls('posteo.de') },
  {
    domains: ['t-online.de', 'magenta.de'],
    settings: onTls('secureimap.t-online.de', 'securesmtp.t-online.de'),
  },
  { domains: [], mx: ['rzone.de'], settings: onTls('imap.strato.de', 'smtp.strato.de') },
  { domains: ['bluewin.ch', 'bluemail.ch'], settings: onTls('imaps.bluewin.ch', 'smtpauths.bluewin.ch') },
  {
    domains: ['libero.it', 'iol.it', 'blu.it', 'inwind.it', 'giallo.it'],
    settings: onTls('imapmail.libero.it', 'smtp.libero.it'),
  },
  { domains: ['virgilio.it'], settings: onTls('in.virgilio.it', 'out.virgilio.it') },
  { domains: ['comcast.net'], settings: onTls('imap.comcast.net', 'smtp.comcast.net') },
  {
    domains: ['att.net', 'bellsouth.net', 'currently.com', 'pacbell.net', 'sbcglobal.net', 'swbell.net'],
    settings: onTls('imap.mail.att.net', 'smtp.mail.att.net'),
  },
  {
    domains: ['btinternet.com', 'btopenworld.com', 'talk21.com'],
    settings: onTls('mail.btinternet.com'),
  },
  {
    domains: ['seznam.cz', 'email.cz', 'post.cz', 'spoluzaci.cz'],
    mx: ['seznam.cz'],
    settings: onTls('imap.seznam.cz', 'smtp.seznam.cz'),
  },
  { domains: ['qq.com', 'foxmail.com'], settings: onTls('imap.qq.com', 'smtp.qq.com') },
  { domains: ['163.com'], settings: onTls('imap.163.com', 'smtp.163.com') },
  { domains: ['126.com'], settings: onTls('imap.126.com', 'smtp.126.com') },
  { domains: [], mx: ['emailsrvr.com'], settings: onTls('secure.emailsrvr.com') },
  { domains: [], mx: ['hostinger.com'], settings: onTls('imap.hostinger.com', 'smtp.hostinger.com') },
  { domains: [], mx: ['privateemail.com'], settings: onTls('mail.privateemail.com') },
  { domains: [], mx: ['migadu.com'], settings: onTls('imap.migadu.com', 'smtp.migadu.com') },
]
