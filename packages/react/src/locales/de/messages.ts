import type { Channel } from '@connect-account/core'
import { clock } from '../clock.ts'
import type { Messages } from '../messages.ts'
import { pluralsOf } from '../plural.ts'

const plural = pluralsOf('de')

const duration = (seconds: number) =>
  seconds < 60
    ? plural(seconds, { one: '# Sekunde', other: '# Sekunden' })
    : plural(Math.ceil(seconds / 60), { one: '# Minute', other: '# Minuten' })

const channels: Record<Channel, string> = { email: 'per E-Mail', sms: 'per SMS', whatsapp: 'über WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${provider} hat Ihnen ${channel ? `${channels[channel]} ` : ''}einen Code gesendet.`

/** A provider after a preposition. The only name that changes is that of a mailbox without a brand. */
const dative = (provider: string) => provider.replace(/^Ihr /, 'Ihrem ')
const accusative = (provider: string) => provider.replace(/^Ihr /, 'Ihren ')
const accountAt = (provider: string) => `${provider.replaceAll(' ', '-')}-Konto`

const parts: Readonly<Record<string, string>> = {
  calendar: 'Ihren Kalender',
  mail: 'Ihre E-Mails',
  messaging: 'Ihre Nachrichten',
  recruiter: 'Recruiter',
  'sales navigator': 'Sales Navigator',
}

const notAccepted = 'Die Eingabe wurde nicht angenommen. Prüfen Sie sie und versuchen Sie es erneut.'
const sessionEnded =
  'Ihre Sitzung ist beendet. Laden Sie die Seite neu und melden Sie sich gegebenenfalls wieder an.'
const unreachable = 'Unser Server ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.'
const serverDown = 'Unser Server arbeitet gerade nicht richtig. Versuchen Sie es gleich noch einmal.'
const upstreamDown =
  'Unser Verbindungsdienst antwortet gerade nicht. Versuchen Sie es in ein paar Minuten erneut.'
const tooOften = 'Zu viele Versuche. Versuchen Sie es später erneut.'
const finishHere =
  'Die Anmeldung wurde nicht in diesem Browser abgeschlossen, daher wurde kein Konto verbunden. Beginnen Sie noch einmal.'
const attemptEnded = 'Diese Anmeldung ist beendet. Beginnen Sie noch einmal.'

export const messages: Messages = {
  actions: {
    back: 'Zurück',
    cancel: 'Abbrechen',
    close: 'Schließen',
    continue: 'Weiter',
    done: 'Fertig',
    restart: 'Neu beginnen',
    retry: 'Erneut versuchen',
    anotherWay: 'Anderen Weg wählen',
    another: 'Weiteres Konto verbinden',
    resend: 'Erneut senden',
    resendIn: (seconds) => `Erneut senden in ${clock(seconds)}`,
    sentResendIn: (seconds) => `Gesendet. Erneut senden in ${clock(seconds)}`,
    resent: (seconds) =>
      seconds > 0
        ? `Noch einmal gesendet. In ${duration(seconds)} können Sie erneut senden.`
        : 'Noch einmal gesendet.',
    help: 'So geht’s',
    reconnect: 'Wieder verbinden',
  },
  announcement: (heading, text) => `${heading}. ${text}`,
  working: 'Einen Moment…',
  offline: 'Sie sind offline. Wir machen weiter, sobald Sie wieder online sind.',
  chunkFailed: {
    heading: 'Dieser Schritt wurde nicht geladen',
    text: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut. Hilft das nicht, laden Sie die Seite neu.',
  },
  screenFailed: {
    heading: 'Dieser Schritt lässt sich nicht anzeigen',
    text: 'Bei uns ist etwas schiefgelaufen. Versuchen Sie es erneut oder kommen Sie später wieder.',
  },
  preparing: { heading: 'Einen Moment…' },
  providers: { imap: { name: 'Anderes E-Mail-Konto', service: 'Ihr E-Mail-Anbieter', account: 'E-Mail' } },
  picker: {
    heading: 'Konto verbinden',
    search: 'Suchen',
    results: (count) => plural(count, { one: '# Ergebnis', other: '# Ergebnisse' }),
    none: 'Es gibt keine Konten, die Sie verbinden können.',
    empty: (query) => `Keine Ergebnisse für „${query}“.`,
    kinds: { messaging: 'Messenger', social: 'Soziale Netzwerke', email: 'E-Mail', calendar: 'Kalender' },
    connected: 'Verbunden',
    methods: { form: 'Passwort', qr: 'QR-Code', consent: 'Anmeldeseite' },
  },
  outage: {
    unreachable: 'Unser Server ist gerade nicht erreichbar. Sobald er wieder da ist, geht es weiter.',
    server: 'Unser Server arbeitet gerade nicht richtig. Sobald er wieder läuft, geht es weiter.',
  },
  notSent: 'Sie sind offline. Versuchen Sie es erneut, sobald Sie wieder online sind.',
  unavailable: { heading: 'Zurzeit nicht verfügbar' },
  retryIn: (seconds) => `Warten Sie noch ${duration(seconds)}.`,
  tooOftenFor: (seconds) => `Zu viele Versuche. Versuchen Sie es in ${duration(seconds)} erneut.`,
  retryNow: 'Sie können es jetzt erneut versuchen.',
  wrongFields: (count) => plural(count, { one: 'Prüfen Sie # Feld.', other: 'Prüfen Sie # Felder.' }),
  introduction: {
    heading: (account, host) =>
      `${account ? `Ihr ${accountAt(account)}` : 'Ein Konto'}${host ? ` mit ${host}` : ''} verbinden`,
    reads: {
      messages: 'Liest Ihre Nachrichten und Kontakte',
      email: 'Liest Ihre E-Mails und Ordner',
      calendar: 'Liest Ihre Kalender und Termine',
      mixed: 'Liest Ihre Nachrichten, E-Mails und Kontakte',
    },
    sends: {
      messages: 'Kann Nachrichten in Ihrem Namen senden',
      email: 'Kann E-Mails in Ihrem Namen senden',
      calendar: 'Kann Termine anlegen und ändern',
      mixed: 'Kann Nachrichten und E-Mails in Ihrem Namen senden',
    },
    disconnect: (host) => `Sie können es jederzeit${host ? ` in ${host}` : ''} trennen`,
  },
  brandLinks: { termsUrl: 'AGB', privacyUrl: 'Datenschutz', helpUrl: 'Hilfe' },
  credentials: {
    heading: (provider, account) =>
      account ? `Bei ${dative(provider)} wieder als ${account} anmelden` : `Bei ${dative(provider)} anmelden`,
    required: (name) => `Geben Sie ${name} ein.`,
    cookiesRequired: (name) => `Fügen Sie hier ${name} ein.`,
    show: 'Passwort anzeigen',
    promise: (provider, host) =>
      `Sicher an ${accusative(provider)} übertragen, ${host ? `von ${host} ` : ''}nie gespeichert.`,
    submit: 'Anmelden',
    method: 'Anmelden mit',
  },
  code: {
    heading: 'Bestätigungscode eingeben',
    label: 'Code',
    otp: codeSentBy,
    otp_or_in_app: (provider, channel) =>
      `${codeSentBy(provider, channel)} Sie können die Anmeldung auch in der App von ${dative(provider)} bestätigen.`,
    two_factor: (provider, platform) =>
      platform === 'app' ? 'Den Code finden Sie in Ihrer Authenticator-App.' : codeSentBy(provider, platform),
    waiting: 'Wir warten auf Ihre Bestätigung…',
    incomplete: 'Geben Sie den ganzen Code ein.',
    tooLong: (length) => `Das ist zu lang: Der Code hat ${length} Zeichen.`,
    notACode: 'Geben Sie nur den Code ein.',
  },
  password: {
    heading: 'Passwort eingeben',
    text: 'Verwenden Sie das Passwort Ihrer Bestätigung in zwei Schritten.',
    label: 'Passwort',
    incomplete: 'Geben Sie Ihr Passwort ein.',
    wrong: 'Dieses Passwort stimmt nicht. Versuchen Sie es erneut.',
  },
  in_app: {
    heading: 'Sehen Sie auf Ihr Telefon',
    text: (provider) => `Bestätigen Sie die Anmeldung in der App von ${dative(provider)}.`,
  },
  qr: {
    heading: (provider) => `Mit ${provider} scannen`,
    reconnect: (account) => `Nehmen Sie das Telefon von ${account}.`,
    label: 'QR-Code',
    samePhone: 'Lesen Sie das am Telefon? Öffnen Sie diese Seite am Computer, um den Code zu scannen.',
    freshFor: (seconds) => `Neuer Code in ${clock(seconds)}`,
    due: 'Ein neuer Code kommt…',
    renewed: 'Ein neuer Code wird angezeigt.',
    refresh: 'Neuen Code anzeigen',
  },
  loading: { heading: (provider) => `Warten auf ${accusative(provider)}` },
  linked: { heading: (provider) => `${accountAt(provider)} verbunden` },
  relinked: { heading: (provider) => `${accountAt(provider)} wieder verbunden` },
  duplicate: {
    heading: 'Schon verbunden',
    own: 'Sie haben dieses Konto schon verbunden. Es ist alles bereit.',
    broken: 'Dieses Konto hat die Verbindung verloren. Verbinden Sie es wieder, damit es aktuell bleibt.',
    other: (provider) =>
      `Dieses ${accountAt(provider)} ist schon an anderer Stelle verbunden. Verbinden Sie ein anderes.`,
  },
  restricted: {
    heading: 'Dieses Konto lässt sich nicht verbinden',
    text: (provider) =>
      `${provider} hat dieses Konto eingeschränkt. Wenden Sie sich an den Support oder verbinden Sie ein anderes.`,
    reason: 'Grund',
    userId: 'Konto-ID',
  },
  mismatch: {
    heading: 'Das ist ein anderes Konto',
    text: (provider, account) =>
      account
        ? `Sie haben sich mit einem anderen Konto angemeldet. Melden Sie sich als ${account} an.`
        : `Sie haben sich mit einem anderen Konto angemeldet. Nehmen Sie das ${accountAt(provider)}, das bisher verbunden war.`,
  },
  canceled: {
    heading: 'Abgebrochen',
    text: 'Es wurde kein Konto verbunden. Sie können neu beginnen.',
    elsewhere:
      'Sie haben in einem anderen Tab oder auf einem anderen Gerät abgebrochen. Es wurde kein Konto verbunden.',
  },
  expired: {
    heading: 'Das hat zu lange gedauert',
    text: 'Zu Ihrer Sicherheit ist die Anmeldung abgelaufen. Versuchen Sie es erneut.',
  },
  failed: { heading: 'Das hat nicht geklappt' },
  errors: {
    invalid_request: notAccepted,
    session_missing:
      'Wir konnten nicht feststellen, wer hier angemeldet ist. Versuchen Sie es erneut oder laden Sie die Seite neu.',
    session_invalid: sessionEnded,
    session_expired: sessionEnded,
    session_unavailable: serverDown,
    intent_not_found: attemptEnded,
    intent_of_other_user:
      'Jemand anderes hat diese Anmeldung begonnen, oder sie ist nicht mehr offen. Melden Sie sich hier als dieselbe Person an oder beginnen Sie selbst eine.',
    intent_ended: attemptEnded,
    resend_not_available: 'Erneutes Senden ist nicht möglich. Wählen Sie einen anderen Weg.',
    resend_too_soon: tooOften,
    no_other_way: 'Für dieses Konto gibt es keinen anderen Weg. Machen Sie so weiter oder beginnen Sie neu.',
    account_not_found: 'Dieses Konto gibt es nicht mehr. Verbinden Sie es als neues Konto.',
    invalid_credentials:
      'Benutzername oder Passwort stimmt nicht. Prüfen Sie beides und versuchen Sie es erneut.',
    invalid_code: 'Dieser Code stimmt nicht. Prüfen Sie ihn und versuchen Sie es erneut.',
    captcha_rejected: 'Die Prüfung wurde nicht bestanden. Versuchen Sie es erneut.',
    invalid_phone: 'Diese Telefonnummer wurde nicht angenommen. Prüfen Sie sie und versuchen Sie es erneut.',
    approval_declined: 'Die Anmeldung wurde auf Ihrem Telefon abgelehnt. Beginnen Sie noch einmal.',
    consent_denied: 'Der Zugriff wurde abgelehnt. Beginnen Sie noch einmal und erlauben Sie ihn.',
    consent_failed: 'Die Anmeldung beim Anbieter hat nicht geklappt. Beginnen Sie noch einmal.',
    consent_unconfirmed: finishHere,
    consent_elsewhere: finishHere,
    account_exists: 'Dieses Konto ist schon verbunden. Verbinden Sie ein anderes.',
    account_restricted: 'Der Anbieter hat dieses Konto eingeschränkt. Verbinden Sie ein anderes.',
    account_mismatch:
      'Sie haben sich mit einem anderen Konto angemeldet. Beginnen Sie noch einmal mit dem bisherigen.',
    confirmation_pending: 'Das Konto ist noch nicht bestätigt. Versuchen Sie es später erneut.',
    mail_settings_needed:
      'Wir konnten Ihren Mailserver nicht finden. Geben Sie unten seine Einstellungen ein.',
    mail_settings_invalid:
      'Diese Einstellungen funktionieren nicht. Prüfen Sie sie und versuchen Sie es erneut.',
    app_password_needed:
      'Ihr E-Mail-Anbieter verlangt ein App-Passwort. Erstellen Sie eines und geben Sie es hier ein.',
    provider_rate_limited: tooOften,
    sign_in_in_progress:
      'Bei diesem Konto läuft bereits eine Anmeldung. Versuchen Sie es gleich noch einmal.',
    action_required:
      'Der Anbieter verlangt, dass Sie sich zuerst in seiner App oder auf seiner Website anmelden. Versuchen Sie es danach erneut.',
    subscription_required: 'Diesem Konto fehlt das nötige Abonnement. Verbinden Sie ein anderes.',
    provider_not_supported:
      'Das ist gerade nicht verfügbar. Wählen Sie einen anderen Weg oder einen anderen Anbieter.',
    provider_unavailable: 'Der Anbieter antwortet gerade nicht. Versuchen Sie es später erneut.',
    upstream_unavailable: upstreamDown,
    upstream_timeout: upstreamDown,
    upstream_unreachable: upstreamDown,
    upstream_rate_limited: upstreamDown,
    network_unreachable: unreachable,
    network_timeout: unreachable,
    server_unavailable: serverDown,
    shutting_down: serverDown,
    captcha_not_supported: 'Diese Prüfung lässt sich hier nicht anzeigen. Wählen Sie einen anderen Weg.',
    rate_limited: tooOften,
    internal_error: 'Bei uns ist etwas schiefgelaufen. Versuchen Sie es erneut.',
  },
  accounts: {
    label: 'Verbundene Konten',
    loading: 'Ihre Konten werden geladen…',
    empty: 'Noch keine Konten verbunden.',
    unavailable: 'Ihre Konten lassen sich gerade nicht anzeigen.',
    outdated: 'Diese Liste ist vielleicht nicht aktuell.',
    reconnect: 'Wieder verbinden',
    rename: {
      action: 'Umbenennen',
      form: (name) => `${name} umbenennen`,
      label: 'Name',
      help: (provider) => `Leer lassen, um den Namen von ${dative(provider)} zu verwenden.`,
      save: 'Speichern',
      refused: 'Der Name wurde nicht geändert.',
    },
    disconnect: {
      action: 'Trennen',
      heading: (name) => `${name} trennen?`,
      text: (provider) =>
        `Das Konto funktioniert hier sofort nicht mehr. Bei ${dative(provider)} wird nichts gelöscht, und Sie können es jederzeit wieder verbinden.`,
      refused: 'Das Konto ist weiterhin verbunden.',
    },
    changes: {
      connected: (name) => `${name} ist verbunden.`,
      removed: (name) => `${name} ist nicht mehr verbunden.`,
      renamed: (before, name) => `${before} heißt jetzt ${name}.`,
      status: (name, label) => `${name}: ${label}.`,
    },
  },
  accountStatus: {
    label: {
      running: 'Verbunden',
      disconnected: 'Anmeldung nötig',
      errored: 'Vorübergehend unterbrochen',
      paused: 'Pausiert',
      degraded: 'Funktioniert teilweise',
      partial: 'Eingeschränkter Zugriff',
    },
    help: {
      disconnected: 'Sie wurden abgemeldet, zum Beispiel nach einer Änderung des Passworts.',
      errored: {
        provider: 'Der Anbieter hat Probleme. Wir verbinden das Konto automatisch wieder.',
        proxy: 'Die Verbindung des Kontos ist gestört. Wir verbinden es automatisch wieder.',
        unipile: 'Unser Verbindungsdienst hat Probleme. Wir verbinden das Konto automatisch wieder.',
        other: 'Wir verbinden das Konto automatisch wieder.',
      },
      paused:
        'Das Konto ist pausiert und wird nicht synchronisiert. Wenden Sie sich zum Fortsetzen an den Support.',
      degraded: (part) =>
        part && parts[part]
          ? `Probleme gibt es im Moment hier: ${parts[part].replace('Ihren', 'Ihr')}. Wir versuchen es weiter.`
          : 'Teile des Kontos funktionieren nicht. Wir versuchen es weiter.',
      partial: (part) =>
        part && parts[part]
          ? `Wir erreichen ${parts[part]} nicht. Verbinden Sie das Konto wieder, um das zu beheben.`
          : 'Wir erreichen nicht das ganze Konto. Verbinden Sie es wieder, um das zu beheben.',
    },
  },
  captcha: {
    heading: 'Kurze Sicherheitsprüfung',
    failed:
      'Die Prüfung lässt sich nicht anzeigen. Versuchen Sie es erneut oder wählen Sie einen anderen Weg.',
    slow: 'Funktioniert es nicht? Laden Sie die Prüfung neu oder wählen Sie einen anderen Weg.',
    texts: { title: 'Captcha', idle: 'Ich bin ein Mensch', solving: 'Wird geprüft…', solved: 'Geprüft' },
  },
  contract: { heading: 'Vertrag auswählen' },
  challenge: { heading: 'Bestätigen Sie, dass Sie es sind' },
  choice: { required: 'Wählen Sie eine Option aus, um fortzufahren.' },
  consent: {
    heading: (provider) => `${provider} verbinden`,
    text: (provider, account) =>
      account
        ? `Sie melden sich auf der Seite von ${dative(provider)} als ${account} an und kommen danach hierher zurück.`
        : `Sie melden sich auf der Seite von ${dative(provider)} an und kommen danach hierher zurück.`,
    open: (provider) => `Weiter mit ${provider}`,
    elsewhere: 'Schließen Sie die Anmeldung im anderen Fenster ab.',
    again: 'Fenster wieder öffnen',
  },
  continueOnPhone: {
    open: 'Auf dem Telefon fortfahren',
    text: 'Scannen Sie diesen Code mit der Kamera Ihres Telefons oder öffnen Sie dort den Link. Melden Sie sich mit demselben Konto an.',
    here: 'Diese Seite kann offen bleiben. Sie aktualisiert sich von selbst.',
    code: 'QR-Code für den Link',
    link: 'Link',
    copy: 'Link kopieren',
    copied: 'Kopiert',
    failed: 'Der Link konnte nicht erstellt werden. Machen Sie hier weiter oder versuchen Sie es erneut.',
  },
  cookies: {
    unreadable: (site, name) =>
      `Das lässt sich nicht lesen. Fügen Sie den ganzen Wert des Cookies ${name} von ${site} ein oder einen vollständigen Cookie-Export.`,
    missing: (site, name) => `Das Cookie ${name} von ${site} fehlt. Fügen Sie es auch ein.`,
    foreign: (site, other) => `Diese Cookies sind von ${other}. Fügen Sie die von ${site} ein.`,
  },
  fieldErrors: {
    required: (name) => `Geben Sie ${name} ein.`,
    invalid: 'Diese Angabe wurde nicht angenommen. Prüfen Sie sie und versuchen Sie es erneut.',
    too_long: 'Das ist zu lang. Prüfen Sie es und versuchen Sie es erneut.',
    not_an_option: 'Wählen Sie eine der Optionen.',
    not_a_number: (name) => `Geben Sie ${name} als ganze Zahl ein.`,
    not_an_email: 'Geben Sie Ihre vollständige E-Mail-Adresse ein, zum Beispiel name@example.com.',
    cookie_missing: (_name, { cookie = '' }) => `Das Cookie ${cookie} fehlt. Fügen Sie es auch ein.`,
    cookie_refused:
      'Das ist abgelaufen oder stimmt nicht. Fügen Sie einen neuen Wert aus einem Browser ein, in dem Sie angemeldet sind.',
    password_refused: (_name, { side = '' }) =>
      side === 'smtp'
        ? 'Der Postausgangsserver hat E-Mail-Adresse und Passwort abgelehnt. Prüfen Sie beides.'
        : side === 'imap'
          ? 'Der Posteingangsserver hat E-Mail-Adresse und Passwort abgelehnt. Prüfen Sie beides.'
          : 'Der Server hat E-Mail-Adresse und Passwort abgelehnt. Prüfen Sie beides.',
    app_password_needed: 'Geben Sie hier ein App-Passwort ein.',
    server_not_found: (name) => `Wir können ${name} nicht finden. Prüfen Sie den Namen.`,
    server_not_reachable: (name) => `Wir können ${name} nicht erreichen. Prüfen Sie Server und Port.`,
    server_timeout: (name) =>
      `Der Server hat nicht rechtzeitig geantwortet. Prüfen Sie ${name} und den Rest der Verbindung.`,
    encryption_failed: (name) =>
      `Der Server unterstützt ${name} an diesem Port nicht. Wählen Sie eine andere.`,
    certificate_not_trusted: (name) =>
      `Das Zertifikat ist nicht vertrauenswürdig oder gehört zu einem anderen Namen. Prüfen Sie ${name}.`,
    port_out_of_range: (name) => `Geben Sie ${name} als Zahl von 1 bis 65535 ein.`,
  },
  forms: {
    methods: {
      credentials: 'E-Mail und Passwort',
      'instagram.credentials': 'Benutzername und Passwort',
      'twitter.credentials': 'Benutzername und Passwort',
      cookies: 'Browser-Cookies',
      'instagram.cookies': 'Browser-Cookie',
      password: 'E-Mail und Passwort',
      manual: 'Servereinstellungen',
    },
    fields: {
      username: { label: 'E-Mail oder Telefon', name: 'Ihre E-Mail-Adresse oder Telefonnummer' },
      'instagram.username': {
        label: 'Benutzername, E-Mail oder Telefon',
        name: 'Ihren Benutzernamen, Ihre E-Mail-Adresse oder Telefonnummer',
      },
      'twitter.username': {
        label: 'Benutzername, E-Mail oder Telefon',
        name: 'Ihren Benutzernamen, Ihre E-Mail-Adresse oder Telefonnummer',
      },
      user: { label: 'E-Mail-Adresse', name: 'Ihre E-Mail-Adresse' },
      email: { label: 'E-Mail-Adresse', name: 'Ihre E-Mail-Adresse' },
      password: { label: 'Passwort', name: 'Ihr Passwort' },
      'linkedin.cookies': {
        label: 'Cookies',
        name: 'Ihre Cookies',
        help: 'Fügen Sie das Cookie li_at von linkedin.com ein, für Recruiter oder Sales Navigator auch li_a, oder einen vollständigen Cookie-Export.',
      },
      'instagram.cookies': {
        label: 'Cookie',
        name: 'Ihr Cookie',
        help: 'Fügen Sie das Cookie sessionid von instagram.com ein oder einen vollständigen Cookie-Export.',
      },
      imap_host: { label: 'Server', name: 'den Posteingangsserver' },
      imap_port: { label: 'Port', name: 'den Port für den Posteingang' },
      imap_encryption: { label: 'Verschlüsselung', name: 'die Verschlüsselung für den Posteingang' },
      smtp_host: { label: 'Server', name: 'den Postausgangsserver' },
      smtp_port: { label: 'Port', name: 'den Port für den Postausgang' },
      smtp_encryption: { label: 'Verschlüsselung', name: 'die Verschlüsselung für den Postausgang' },
    },
    groups: { imap: 'Posteingang (IMAP)', smtp: 'Postausgang (SMTP)' },
    options: { tls: 'TLS', starttls: 'STARTTLS', default: 'Automatisch' },
    nameInSentence: (label) => `die Angabe „${label}“`,
  },
  initialSync: {
    running: 'Ihre Nachrichten werden importiert… Das kann einige Minuten dauern.',
    completed: 'Der Import ist abgeschlossen.',
    failed: 'Einige Nachrichten konnten nicht importiert werden. Wir versuchen es automatisch erneut.',
    skip: 'Ohne Warten fortfahren',
  },
  kindFilter: { label: 'Anzeigen', all: 'Alle' },
  ownProxy: {
    open: 'Eigenen Proxy verwenden',
    text: 'Wir verbinden das Konto über diesen Server, jetzt und später. Nicht sicher? Dann leer lassen.',
    protocol: 'Typ',
    host: 'Server',
    port: 'Port',
    username: 'Benutzername',
    password: 'Proxy-Passwort',
    hostMissing: 'Geben Sie den Server ein, zum Beispiel proxy.example.com.',
    portInvalid: 'Geben Sie einen Port zwischen 1 und 65535 ein.',
    hostRefused:
      'Dieser Server kann nicht verwendet werden. Prüfen Sie den Namen oder lassen Sie das Feld leer.',
    notAllowed: 'Ein eigener Proxy ist hier nicht möglich. Lassen Sie das Feld leer.',
    failed: 'Dieser Proxy hat nicht funktioniert. Prüfen Sie die Einstellungen oder lassen Sie sie leer.',
  },
  phone: {
    heading: 'Telefonnummer bestätigen',
    text: (provider) => `${provider} sendet Ihnen einen Code.`,
    label: 'Telefonnummer',
    help: 'Mit Landesvorwahl, zum Beispiel +49 1512 3456789.',
  },
  phoneField: { country: 'Land', invalid: 'Diese Nummer scheint unvollständig zu sein. Prüfen Sie sie.' },
  slow: {
    start: (provider) => `Die Anmeldung bei ${dative(provider)} kann bis zu einer Minute dauern…`,
    answer: (provider) => `${provider} braucht länger als sonst für eine Antwort…`,
  },
  qrSteps: {
    whatsapp: [
      'Öffnen Sie WhatsApp auf Ihrem Telefon',
      'Gehen Sie zu Einstellungen › Verknüpfte Geräte',
      'Tippen Sie auf Gerät hinzufügen und richten Sie Ihr Telefon auf diesen Bildschirm',
    ],
    telegram: [
      'Öffnen Sie Telegram auf Ihrem Telefon',
      'Gehen Sie zu Einstellungen › Geräte',
      'Tippen Sie auf Desktop-Gerät verbinden und richten Sie Ihr Telefon auf diesen Bildschirm',
    ],
    google_messages: [
      'Öffnen Sie Google Messages auf Ihrem Telefon',
      'Tippen Sie auf Ihr Profilbild › Geräte koppeln',
      'Tippen Sie auf QR-Code-Scanner und richten Sie Ihr Telefon auf diesen Bildschirm',
    ],
  },
  show: {
    kinds: {
      code: 'Geben Sie diesen Code auf Ihrem Telefon ein',
      emoji: 'Tippen Sie auf Ihrem Telefon auf dieses Emoji',
      number: 'Tippen Sie auf Ihrem Telefon auf diese Zahl',
      unknown: 'Verwenden Sie dies auf Ihrem Telefon',
    },
    steps: {
      'whatsapp.code': [
        'Öffnen Sie WhatsApp auf Ihrem Telefon',
        'Gehen Sie zu Einstellungen › Verknüpfte Geräte',
        'Tippen Sie auf Gerät hinzufügen › Stattdessen mit Telefonnummer verknüpfen',
        'Geben Sie diesen Code ein',
      ],
      'google_messages.emoji': [
        'Öffnen Sie Google Messages auf Ihrem Telefon',
        'Tippen Sie dort auf dasselbe Emoji',
      ],
    },
    copy: 'Kopieren',
    copied: 'Kopiert',
    notCopied: 'Das Kopieren hat nicht geklappt. Markieren und kopieren Sie es selbst.',
    validFor: (seconds) => `Gültig noch ${clock(seconds)}`,
    expired: 'Die Gültigkeit ist abgelaufen. Fordern Sie einen neuen Code an.',
    refresh: 'Neuen Code anzeigen',
    renewed: 'Ein neuer Code wird angezeigt.',
    waiting: 'Warten auf Ihr Telefon…',
  },
  unsupported: {
    heading: 'Dieser Schritt ist hier nicht möglich',
    text: (provider) =>
      `${provider} verlangt etwas, das wir hier nicht anzeigen können. Beginnen Sie neu oder versuchen Sie es später.`,
    elsewhere: 'Auf einer anderen Seite fortfahren',
    nowhere: 'Dafür gibt es keine andere Seite. Beginnen Sie neu.',
  },
}
