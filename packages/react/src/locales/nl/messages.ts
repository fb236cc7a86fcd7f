import type { Channel } from '@connect-account/core'
import { clock } from '../clock.ts'
import type { Messages } from '../messages.ts'
import { pluralsOf } from '../plural.ts'

const plural = pluralsOf('nl')

const duration = (seconds: number) =>
  seconds < 60
    ? plural(seconds, { one: '# seconde', other: '# seconden' })
    : plural(Math.ceil(seconds / 60), { one: '# minuut', other: '# minuten' })

const atStart = (phrase: string) => (phrase.startsWith('je ') ? `J${phrase.slice(1)}` : phrase)
const accountAt = (provider: string) => (provider === 'e-mail' ? 'e-mailaccount' : `${provider}-account`)

const channels: Record<Channel, string> = { email: 'per e-mail', sms: 'per sms', whatsapp: 'via WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${atStart(provider)} heeft je ${channel ? `${channels[channel]} ` : ''}een code gestuurd.`

const parts: Readonly<Record<string, string>> = {
  calendar: 'je agenda',
  mail: 'je e-mail',
  messaging: 'je berichten',
  recruiter: 'Recruiter',
  'sales navigator': 'Sales Navigator',
}

const notAccepted = 'Dit is niet geaccepteerd. Controleer het en probeer het opnieuw.'
const sessionEnded =
  'Je sessie is beëindigd. Laad de pagina opnieuw en log weer in als daarom wordt gevraagd.'
const unreachable = 'We kunnen onze server nu niet bereiken. Probeer het zo weer.'
const serverDown = 'Onze server werkt nu niet goed. Probeer het zo weer.'
const upstreamDown = 'Onze koppelingsdienst reageert nu niet. Probeer het over een paar minuten weer.'
const tooOften = 'Te veel pogingen. Probeer het later weer.'
const finishHere = 'Het inloggen is niet in deze browser afgerond, dus er is niets gekoppeld. Begin opnieuw.'
const attemptEnded = 'Deze inlogpoging is afgelopen. Begin opnieuw.'

export const messages: Messages = {
  actions: {
    back: 'Terug',
    cancel: 'Annuleren',
    close: 'Sluiten',
    continue: 'Doorgaan',
    done: 'Klaar',
    restart: 'Opnieuw beginnen',
    retry: 'Opnieuw proberen',
    anotherWay: 'Een andere manier proberen',
    another: 'Nog een account koppelen',
    resend: 'Opnieuw sturen',
    resendIn: (seconds) => `Opnieuw sturen over ${clock(seconds)}`,
    sentResendIn: (seconds) => `Verstuurd. Opnieuw over ${clock(seconds)}`,
    resent: (seconds) =>
      seconds > 0
        ? `Opnieuw verstuurd. Over ${duration(seconds)} kun je het nog een keer sturen.`
        : 'Opnieuw verstuurd.',
    help: 'Laat zien hoe',
    reconnect: 'Opnieuw koppelen',
  },
  announcement: (heading, text) => `${heading}. ${text}`,
  working: 'Bezig…',
  offline: 'Je bent offline. We gaan verder zodra je weer online bent.',
  chunkFailed: {
    heading: 'Deze stap kon niet worden geladen',
    text: 'Controleer je verbinding en probeer het opnieuw. Helpt dat niet, laad de pagina dan opnieuw.',
  },
  screenFailed: {
    heading: 'We kunnen deze stap niet tonen',
    text: 'Er ging iets mis bij ons. Probeer het opnieuw of kom later terug.',
  },
  preparing: { heading: 'Een ogenblik…' },
  providers: { imap: { name: 'Andere e-mail', service: 'je e-mailprovider', account: 'e-mail' } },
  picker: {
    heading: 'Account koppelen',
    search: 'Zoeken',
    results: (count) => plural(count, { one: '# resultaat', other: '# resultaten' }),
    none: 'Er zijn geen accounts om te koppelen.',
    empty: (query) => `Geen resultaten voor ‘${query}’.`,
    kinds: { messaging: 'Berichten', social: 'Sociale netwerken', email: 'E-mail', calendar: 'Agenda' },
    connected: 'Gekoppeld',
    methods: { form: 'Wachtwoord', qr: 'QR-code', consent: 'Inlogpagina' },
  },
  outage: {
    unreachable: 'We kunnen onze server nu niet bereiken. We gaan verder zodra die terug is.',
    server: 'Onze server werkt nu niet goed. We gaan verder zodra die terug is.',
  },
  notSent: 'Je bent offline. Probeer het opnieuw zodra je weer online bent.',
  unavailable: { heading: 'Nu niet beschikbaar' },
  retryIn: (seconds) => `Wacht eerst ${duration(seconds)}.`,
  tooOftenFor: (seconds) => `Te veel pogingen. Probeer het over ${duration(seconds)} weer.`,
  retryNow: 'Je kunt het nu opnieuw proberen.',
  wrongFields: (count) => plural(count, { one: 'Controleer # veld.', other: 'Controleer # velden.' }),
  introduction: {
    heading: (account, host) =>
      `${account ? `Je ${accountAt(account)}` : 'Een account'}${host ? ` aan ${host}` : ''} koppelen`,
    reads: {
      messages: 'Leest je berichten en contacten',
      email: 'Leest je e-mails en mappen',
      calendar: 'Leest je agenda’s en afspraken',
      mixed: 'Leest je berichten, e-mails en contacten',
    },
    sends: {
      messages: 'Kan berichten namens jou versturen',
      email: 'Kan e-mails namens jou versturen',
      calendar: 'Kan afspraken maken en wijzigen',
      mixed: 'Kan berichten en e-mails namens jou versturen',
    },
    disconnect: (host) => `Je kunt het${host ? ` in ${host}` : ''} altijd ontkoppelen`,
  },
  brandLinks: { termsUrl: 'Voorwaarden', privacyUrl: 'Privacy', helpUrl: 'Hulp' },
  credentials: {
    heading: (provider, account) =>
      account ? `Log opnieuw in bij ${provider} als ${account}` : `Log in bij ${provider}`,
    required: (name) => `Vul ${name} in.`,
    cookiesRequired: (name) => `Plak hier ${name}.`,
    show: 'Wachtwoord tonen',
    promise: (provider, host) =>
      `Veilig verstuurd naar ${provider}${host ? `. ${host} bewaart het nooit.` : ', nooit bewaard.'}`,
    submit: 'Inloggen',
    method: 'Inloggen met',
  },
  code: {
    heading: 'Vul je verificatiecode in',
    label: 'Verificatiecode',
    otp: codeSentBy,
    otp_or_in_app: (provider, channel) =>
      `${codeSentBy(provider, channel)} Of keur het inloggen goed in de app van ${provider}.`,
    two_factor: (provider, platform) =>
      platform === 'app' ? 'Je vindt de code in je authenticator-app.' : codeSentBy(provider, platform),
    waiting: 'Wachten op je goedkeuring…',
    incomplete: 'Vul de hele code in.',
    tooLong: (length) => `Dit is te lang: de code heeft ${length} tekens.`,
    notACode: 'Vul alleen de code in.',
  },
  password: {
    heading: 'Vul je wachtwoord in',
    text: 'Gebruik het wachtwoord van je verificatie in twee stappen.',
    label: 'Wachtwoord',
    incomplete: 'Vul je wachtwoord in.',
    wrong: 'Dit wachtwoord klopt niet. Probeer het opnieuw.',
  },
  in_app: {
    heading: 'Kijk op je telefoon',
    text: (provider) => `Keur het inloggen goed in de app van ${provider}.`,
  },
  qr: {
    heading: (provider) => `Scan met ${provider}`,
    reconnect: (account) => `Gebruik de telefoon van ${account}.`,
    label: 'QR-code',
    samePhone: 'Zit je op je telefoon? Open deze pagina op een computer om de code te scannen.',
    freshFor: (seconds) => `Nieuwe code over ${clock(seconds)}`,
    due: 'Er komt een nieuwe code aan…',
    renewed: 'Er is een nieuwe code.',
    refresh: 'Nieuwe code tonen',
  },
  loading: { heading: (provider) => `Wachten op ${provider}` },
  linked: { heading: (provider) => `Je ${accountAt(provider)} is gekoppeld` },
  relinked: { heading: (provider) => `Je ${accountAt(provider)} is opnieuw gekoppeld` },
  duplicate: {
    heading: 'Al gekoppeld',
    own: 'Je had dit account al gekoppeld. Alles is in orde.',
    broken: 'Dit account is de verbinding kwijt. Koppel het opnieuw om het bijgewerkt te houden.',
    other: (provider) => `Dit ${accountAt(provider)} is al ergens anders gekoppeld. Koppel een ander.`,
  },
  restricted: {
    heading: 'Dit account kan niet worden gekoppeld',
    text: (provider) =>
      `${atStart(provider)} heeft dit account beperkt. Neem contact op met support of koppel een ander.`,
    reason: 'Reden',
    userId: 'Account-ID',
  },
  mismatch: {
    heading: 'Dat is een ander account',
    text: (provider, account) =>
      account
        ? `Je hebt met een ander account ingelogd. Log in als ${account}.`
        : `Je hebt met een ander account ingelogd. Log in met het ${accountAt(provider)} dat eerder was gekoppeld.`,
  },
  canceled: {
    heading: 'Geannuleerd',
    text: 'Er is niets gekoppeld. Je kunt opnieuw beginnen.',
    elsewhere:
      'Je hebt dit in een ander tabblad of op een ander apparaat geannuleerd. Er is niets gekoppeld.',
  },
  expired: {
    heading: 'Dit duurde te lang',
    text: 'Voor je veiligheid is het inloggen verlopen. Probeer het opnieuw.',
  },
  failed: { heading: 'Dat is niet gelukt' },
  errors: {
    invalid_request: notAccepted,
    session_missing:
      'We konden niet nagaan wie hier is ingelogd. Probeer het opnieuw of laad de pagina opnieuw.',
    session_invalid: sessionEnded,
    session_expired: sessionEnded,
    session_unavailable: serverDown,
    intent_not_found: attemptEnded,
    intent_of_other_user:
      'Iemand anders is met dit inloggen begonnen, of het is niet meer open. Log hier in als dezelfde persoon of begin er zelf een.',
    intent_ended: attemptEnded,
    resend_not_available: 'Opnieuw sturen kan niet. Probeer een andere manier.',
    resend_too_soon: tooOften,
    no_other_way: 'Er is geen andere manier voor dit account. Ga zo door of begin opnieuw.',
    account_not_found: 'Dit account bestaat niet meer. Koppel het als nieuw account.',
    invalid_credentials:
      'De gebruikersnaam of het wachtwoord klopt niet. Controleer beide en probeer het opnieuw.',
    invalid_code: 'Deze code klopt niet. Controleer de code en probeer het opnieuw.',
    captcha_rejected: 'De controle is niet gelukt. Probeer het opnieuw.',
    invalid_phone: 'Dit telefoonnummer is niet geaccepteerd. Controleer het en probeer het opnieuw.',
    approval_declined: 'Het inloggen is op je telefoon geweigerd. Begin opnieuw.',
    consent_denied: 'De toegang is geweigerd. Begin opnieuw en sta die toe.',
    consent_failed: 'Het inloggen bij de provider is niet gelukt. Begin opnieuw.',
    consent_unconfirmed: finishHere,
    consent_elsewhere: finishHere,
    account_exists: 'Dit account is al gekoppeld. Koppel een ander.',
    account_restricted: 'De provider heeft dit account beperkt. Koppel een ander.',
    account_mismatch: 'Je hebt met een ander account ingelogd. Begin opnieuw met het eerdere.',
    confirmation_pending: 'Het account is nog niet bevestigd. Probeer het later weer.',
    mail_settings_needed: 'We konden je mailserver niet vinden. Vul hieronder de instellingen in.',
    mail_settings_invalid: 'Deze instellingen werken niet. Controleer ze en probeer het opnieuw.',
    app_password_needed: 'Je e-mailprovider vraagt om een app-wachtwoord. Maak er een en vul het hier in.',
    provider_rate_limited: tooOften,
    sign_in_in_progress: 'Er wordt al ingelogd bij dit account. Probeer het zo weer.',
    action_required:
      'De provider wil dat je eerst inlogt in zijn eigen app of op zijn website. Doe dat en probeer het daarna opnieuw.',
    subscription_required: 'Dit account heeft niet het benodigde abonnement. Koppel een ander account.',
    provider_not_supported: 'Dit is nu niet beschikbaar. Kies een andere manier of een andere provider.',
    provider_unavailable: 'De provider reageert nu niet. Probeer het later weer.',
    upstream_unavailable: upstreamDown,
    upstream_timeout: upstreamDown,
    upstream_unreachable: upstreamDown,
    upstream_rate_limited: upstreamDown,
    network_unreachable: unreachable,
    network_timeout: unreachable,
    server_unavailable: serverDown,
    shutting_down: serverDown,
    captcha_not_supported: 'We kunnen deze controle hier niet tonen. Probeer een andere manier.',
    rate_limited: tooOften,
    internal_error: 'Er ging iets mis bij ons. Probeer het opnieuw.',
  },
  accounts: {
    label: 'Gekoppelde accounts',
    loading: 'Je accounts worden geladen…',
    empty: 'Nog geen accounts gekoppeld.',
    unavailable: 'We kunnen je accounts nu niet tonen.',
    outdated: 'Deze lijst is misschien niet actueel.',
    reconnect: 'Opnieuw koppelen',
    rename: {
      action: 'Naam wijzigen',
      form: (name) => `De naam van ${name} wijzigen`,
      label: 'Naam',
      help: (provider) => `Laat leeg om de naam van ${provider} te gebruiken.`,
      save: 'Opslaan',
      refused: 'De naam is niet gewijzigd.',
    },
    disconnect: {
      action: 'Ontkoppelen',
      heading: (name) => `${name} ontkoppelen?`,
      text: (provider) =>
        `Het account werkt hier meteen niet meer. Bij ${provider} wordt niets verwijderd en je kunt het altijd weer koppelen.`,
      refused: 'Het account is nog gekoppeld.',
    },
    changes: {
      connected: (name) => `${name} is gekoppeld.`,
      removed: (name) => `${name} is niet meer gekoppeld.`,
      renamed: (before, name) => `${before} heet nu ${name}.`,
      status: (name, label) => `${name}: ${label}.`,
    },
  },
  accountStatus: {
    label: {
      running: 'Gekoppeld',
      disconnected: 'Inloggen nodig',
      errored: 'Tijdelijk onderbroken',
      paused: 'Gepauzeerd',
      degraded: 'Werkt gedeeltelijk',
      partial: 'Beperkte toegang',
    },
    help: {
      disconnected: 'Je bent uitgelogd, bijvoorbeeld nadat het wachtwoord is gewijzigd.',
      errored: {
        provider: 'De provider heeft problemen. We koppelen het account automatisch opnieuw.',
        proxy: 'De verbinding heeft problemen. We koppelen het account automatisch opnieuw.',
        unipile: 'Onze koppelingsdienst heeft problemen. We koppelen het account automatisch opnieuw.',
        other: 'We koppelen het account automatisch opnieuw.',
      },
      paused:
        'Het account is gepauzeerd en synchroniseert niet. Neem contact op met support om het te hervatten.',
      degraded: (part) =>
        part && parts[part]
          ? `We hebben problemen met ${parts[part]}. We blijven het proberen.`
          : 'Delen van het account werken niet. We blijven het proberen.',
      partial: (part) =>
        part && parts[part]
          ? `We kunnen ${parts[part]} niet bereiken. Koppel het account opnieuw om dit op te lossen.`
          : 'We kunnen niet het hele account bereiken. Koppel het opnieuw om dit op te lossen.',
    },
  },
  captcha: {
    heading: 'Korte beveiligingscontrole',
    failed: 'We konden deze controle niet tonen. Probeer het opnieuw of op een andere manier.',
    slow: 'Werkt het niet? Laad de controle opnieuw of probeer een andere manier.',
    texts: { title: 'Captcha', idle: 'Ik ben een mens', solving: 'Controleren…', solved: 'Gecontroleerd' },
  },
  contract: { heading: 'Kies een contract' },
  challenge: { heading: 'Bevestig dat jij het bent' },
  choice: { required: 'Kies een optie om door te gaan.' },
  consent: {
    heading: (provider) => `${provider} koppelen`,
    text: (provider, account) =>
      account
        ? `Je logt bij ${provider} in als ${account} en komt meteen hier terug.`
        : `Je logt in bij ${provider} en komt meteen hier terug.`,
    open: (provider) => `Doorgaan met ${provider}`,
    elsewhere: 'Rond het inloggen af in het andere venster.',
    again: 'Venster opnieuw openen',
  },
  continueOnPhone: {
    open: 'Doorgaan op je telefoon',
    text: 'Scan deze code met de camera van je telefoon of open daar de link. Log in met hetzelfde account.',
    here: 'Je kunt deze pagina open laten. Hij werkt zichzelf bij.',
    code: 'QR-code voor de link',
    link: 'Link',
    copy: 'Link kopiëren',
    copied: 'Gekopieerd',
    failed: 'De link kon niet worden gemaakt. Ga hier door of probeer het opnieuw.',
  },
  cookies: {
    unreadable: (site, name) =>
      `We kunnen dit niet lezen. Plak de hele waarde van de cookie ${name} van ${site} of een volledige cookie-export.`,
    missing: (site, name) => `De cookie ${name} van ${site} zit hier niet bij. Plak die ook.`,
    foreign: (site, other) => `Deze cookies zijn van ${other}. Plak die van ${site}.`,
  },
  fieldErrors: {
    required: (name) => `Vul ${name} in.`,
    invalid: 'Dit is niet geaccepteerd. Controleer het en probeer het opnieuw.',
    too_long: 'Dit is te lang. Controleer het en probeer het opnieuw.',
    not_an_option: 'Kies een van de opties.',
    not_a_number: (name) => `Vul ${name} in als geheel getal.`,
    not_an_email: 'Vul je volledige e-mailadres in, zoals naam@example.com.',
    cookie_missing: (_name, { cookie = '' }) => `De cookie ${cookie} ontbreekt. Plak die ook.`,
    cookie_refused: 'Dit is verlopen of klopt niet. Plak een nieuwe uit een browser waarin je bent ingelogd.',
    password_refused: (_name, { side = '' }) =>
      side === 'smtp'
        ? 'De server voor uitgaande mail weigerde dit e-mailadres en wachtwoord. Controleer beide.'
        : side === 'imap'
          ? 'De server voor inkomende mail weigerde dit e-mailadres en wachtwoord. Controleer beide.'
          : 'De server weigerde dit e-mailadres en wachtwoord. Controleer beide.',
    app_password_needed: 'Vul hier een app-wachtwoord in.',
    server_not_found: (name) => `We kunnen ${name} niet vinden. Controleer de naam.`,
    server_not_reachable: (name) => `Geen reactie. Controleer ${name} en de rest van de verbinding.`,
    server_timeout: (name) =>
      `De server reageerde niet op tijd. Controleer ${name} en de rest van de verbinding.`,
    encryption_failed: (name) => `De server ondersteunt ${name} niet op deze poort. Kies een andere.`,
    certificate_not_trusted: (name) =>
      `Het certificaat is niet vertrouwd of is voor een andere naam. Controleer ${name}.`,
    port_out_of_range: (name) => `Vul ${name} in als getal van 1 tot 65535.`,
  },
  forms: {
    methods: {
      credentials: 'E-mail en wachtwoord',
      'instagram.credentials': 'Gebruikersnaam en wachtwoord',
      'twitter.credentials': 'Gebruikersnaam en wachtwoord',
      cookies: 'Browsercookies',
      'instagram.cookies': 'Browsercookie',
      password: 'E-mail en wachtwoord',
      manual: 'Serverinstellingen',
    },
    fields: {
      username: { label: 'E-mail of telefoon', name: 'je e-mailadres of telefoonnummer' },
      'instagram.username': {
        label: 'Gebruikersnaam, e-mail of telefoon',
        name: 'je gebruikersnaam, e-mailadres of telefoonnummer',
      },
      'twitter.username': {
        label: 'Gebruikersnaam, e-mail of telefoon',
        name: 'je gebruikersnaam, e-mailadres of telefoonnummer',
      },
      user: { label: 'E-mailadres', name: 'je e-mailadres' },
      email: { label: 'E-mailadres', name: 'je e-mailadres' },
      password: { label: 'Wachtwoord', name: 'je wachtwoord' },
      'linkedin.cookies': {
        label: 'Cookies',
        name: 'je cookies',
        help: 'Plak de cookie li_at van linkedin.com, en li_a voor Recruiter of Sales Navigator, of een volledige cookie-export.',
      },
      'instagram.cookies': {
        label: 'Cookie',
        name: 'je cookie',
        help: 'Plak de cookie sessionid van instagram.com of een volledige cookie-export.',
      },
      imap_host: { label: 'Server', name: 'de server voor inkomende mail' },
      imap_port: { label: 'Poort', name: 'de poort voor inkomende mail' },
      imap_encryption: { label: 'Versleuteling', name: 'de versleuteling voor inkomende mail' },
      smtp_host: { label: 'Server', name: 'de server voor uitgaande mail' },
      smtp_port: { label: 'Poort', name: 'de poort voor uitgaande mail' },
      smtp_encryption: { label: 'Versleuteling', name: 'de versleuteling voor uitgaande mail' },
    },
    groups: { imap: 'Inkomende mail (IMAP)', smtp: 'Uitgaande mail (SMTP)' },
    options: { tls: 'TLS', starttls: 'STARTTLS', default: 'Automatisch' },
    nameInSentence: (label) => `het veld ‘${label}’`,
  },
  initialSync: {
    running: 'Je berichten worden geïmporteerd… Dit kan een paar minuten duren.',
    completed: 'Het importeren is klaar.',
    failed: 'Sommige berichten konden niet worden geïmporteerd. We proberen het automatisch opnieuw.',
    skip: 'Doorgaan zonder te wachten',
  },
  kindFilter: { label: 'Tonen', all: 'Alles' },
  ownProxy: {
    open: 'Je eigen proxy gebruiken',
    text: 'We verbinden via deze server, nu en later. Twijfel je? Laat het leeg.',
    protocol: 'Soort',
    host: 'Server',
    port: 'Poort',
    username: 'Gebruikersnaam',
    password: 'Wachtwoord van de proxy',
    hostMissing: 'Vul de server in, zoals proxy.example.com.',
    portInvalid: 'Vul een poort tussen 1 en 65535 in.',
    hostRefused: 'Deze server kan niet worden gebruikt. Controleer de naam of laat het leeg.',
    notAllowed: 'Je kunt hier geen eigen proxy gebruiken. Laat het leeg.',
    failed: 'Deze proxy werkte niet. Controleer de instellingen of laat ze leeg.',
  },
  phone: {
    heading: 'Bevestig je telefoonnummer',
    text: (provider) => `${atStart(provider)} stuurt je een code.`,
    label: 'Telefoonnummer',
    help: 'Met landnummer, zoals +31 6 12345678.',
  },
  phoneField: { country: 'Land', invalid: 'Dit nummer lijkt onvolledig. Controleer het.' },
  slow: {
    start: (provider) => `Inloggen bij ${provider} kan tot een minuut duren…`,
    answer: (provider) => `${atStart(provider)} doet er langer over dan normaal…`,
  },
  qrSteps: {
    whatsapp: [
      'Open WhatsApp op je telefoon',
      'Ga naar Instellingen › Gekoppelde apparaten',
      'Tik op Apparaat koppelen en richt je telefoon op dit scherm',
    ],
    telegram: [
      'Open Telegram op je telefoon',
      'Ga naar Instellingen › Apparaten',
      'Tik op Koppel desktopapparaat en richt je telefoon op dit scherm',
    ],
    google_messages: [
      'Open Google Berichten op je telefoon',
      'Tik op je foto › Apparaat koppelen',
      'Tik op QR-codescanner en richt je telefoon op dit scherm',
    ],
  },
  show: {
    kinds: {
      code: 'Voer deze code in op je telefoon',
      emoji: 'Tik op deze emoji op je telefoon',
      number: 'Tik op dit nummer op je telefoon',
      unknown: 'Gebruik dit op je telefoon',
    },
    steps: {
      'whatsapp.code': [
        'Open WhatsApp op je telefoon',
        'Ga naar Instellingen › Gekoppelde apparaten',
        'Tik op Apparaat koppelen › Koppelen met telefoonnummer',
        'Voer deze code in',
      ],
      'google_messages.emoji': ['Open Google Berichten op je telefoon', 'Tik daar op dezelfde emoji'],
    },
    copy: 'Kopiëren',
    copied: 'Gekopieerd',
    notCopied: 'Kopiëren is niet gelukt. Selecteer en kopieer het zelf.',
    validFor: (seconds) => `Nog geldig: ${clock(seconds)}`,
    expired: 'Dit is verlopen. Vraag een nieuwe code aan.',
    refresh: 'Nieuwe code tonen',
    renewed: 'Er is een nieuwe code.',
    waiting: 'Wachten op je telefoon…',
  },
  unsupported: {
    heading: 'Deze stap kan hier niet',
    text: (provider) =>
      `${atStart(provider)} vraagt om iets wat we niet kunnen tonen. Begin opnieuw of probeer het later.`,
    elsewhere: 'Doorgaan op een andere pagina',
    nowhere: 'Hier is geen andere pagina voor. Begin opnieuw.',
  },
}
