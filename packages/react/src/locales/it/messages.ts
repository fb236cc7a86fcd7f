import type { Channel } from '@connect-account/core'
import { clock } from '../clock.ts'
import type { Messages } from '../messages.ts'
import { pluralsOf } from '../plural.ts'

const plural = pluralsOf('it')

const duration = (seconds: number) =>
  seconds < 60
    ? plural(seconds, { one: '# secondo', other: '# secondi' })
    : plural(Math.ceil(seconds / 60), { one: '# minuto', other: '# minuti' })

/** A mailbox without a brand has an article, which joins prepositions. */
const mailbox = 'il tuo provider email'
const isMailbox = (provider: string) => provider === mailbox
const atStart = (provider: string) => (isMailbox(provider) ? 'Il tuo provider email' : provider)
const toProvider = (provider: string) => (isMailbox(provider) ? 'al tuo provider email' : `a ${provider}`)
const ofProvider = (provider: string) => (isMailbox(provider) ? 'del tuo provider email' : `di ${provider}`)
const onProvider = (provider: string) => (isMailbox(provider) ? 'sul tuo provider email' : `su ${provider}`)

const channels: Record<Channel, string> = { email: 'via email', sms: 'via SMS', whatsapp: 'su WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${atStart(provider)} ti ha inviato un codice${channel ? ` ${channels[channel]}` : ''}.`

const parts: Readonly<Record<string, string>> = {
  calendar: 'calendario',
  mail: 'posta',
  messaging: 'messaggi',
  recruiter: 'Recruiter',
  'sales navigator': 'Sales Navigator',
}

const notAccepted = 'I dati non sono stati accettati. Controllali e riprova.'
const sessionEnded = 'La tua sessione è terminata. Ricarica la pagina e accedi di nuovo, se richiesto.'
const unreachable = 'Al momento non riusciamo a raggiungere il nostro server. Riprova tra poco.'
const serverDown = 'Al momento il nostro server non funziona bene. Riprova tra poco.'
const upstreamDown = 'Il nostro servizio di collegamento non risponde. Riprova tra qualche minuto.'
const tooOften = 'Troppi tentativi. Riprova più tardi.'
const finishHere =
  'L’accesso non è stato completato in questo browser, quindi nessun account è stato collegato. Ricomincia.'
const attemptEnded = 'Questo accesso è terminato. Ricomincia.'

export const messages: Messages = {
  actions: {
    back: 'Indietro',
    cancel: 'Annulla',
    close: 'Chiudi',
    continue: 'Continua',
    done: 'Fine',
    restart: 'Ricomincia',
    retry: 'Riprova',
    anotherWay: 'Prova un altro modo',
    another: 'Collega un altro account',
    resend: 'Invia di nuovo',
    resendIn: (seconds) => `Invia di nuovo tra ${clock(seconds)}`,
    sentResendIn: (seconds) => `Inviato. Di nuovo tra ${clock(seconds)}`,
    resent: (seconds) =>
      seconds > 0
        ? `Inviato di nuovo. Potrai ripetere l’invio tra ${duration(seconds)}.`
        : 'Inviato di nuovo.',
    help: 'Mostra come fare',
    reconnect: 'Ricollega',
  },
  announcement: (heading, text) => `${heading}. ${text}`,
  working: 'Un attimo…',
  offline: 'Sei offline. Continueremo quando torni online.',
  chunkFailed: {
    heading: 'Impossibile caricare questo passaggio',
    text: 'Controlla la connessione e riprova. Se non basta, ricarica la pagina.',
  },
  screenFailed: {
    heading: 'Impossibile mostrare questo passaggio',
    text: 'Qualcosa è andato storto da parte nostra. Riprova o torna più tardi.',
  },
  preparing: { heading: 'Un attimo…' },
  providers: { imap: { name: 'Altra email', service: mailbox, account: 'email' } },
  picker: {
    heading: 'Collega un account',
    search: 'Cerca',
    results: (count) => plural(count, { one: '# risultato', other: '# risultati' }),
    none: 'Non ci sono account da collegare.',
    empty: (query) => `Nessun risultato per «${query}».`,
    kinds: {
      messaging: 'Messaggistica',
      social: 'Social network',
      email: 'Posta elettronica',
      calendar: 'Calendario',
    },
    connected: 'Collegato',
    methods: { form: 'Password', qr: 'Codice QR', consent: 'Pagina di accesso' },
  },
  outage: {
    unreachable: 'Al momento non riusciamo a raggiungere il nostro server. Continueremo quando torna.',
    server: 'Al momento il nostro server non funziona bene. Continueremo quando torna.',
  },
  notSent: 'Sei offline. Riprova quando torni online.',
  unavailable: { heading: 'Non disponibile al momento' },
  retryIn: (seconds) => `Attendi prima ${duration(seconds)}.`,
  tooOftenFor: (seconds) => `Troppi tentativi. Riprova tra ${duration(seconds)}.`,
  retryNow: 'Ora puoi riprovare.',
  wrongFields: (count) => plural(count, { one: 'Controlla # campo.', other: 'Controlla # campi.' }),
  introduction: {
    heading: (account, host) =>
      `Collega ${account ? `il tuo account ${account}` : 'un account'}${host ? ` a ${host}` : ''}`,
    reads: {
      messages: 'Legge i tuoi messaggi e contatti',
      email: 'Legge le tue email e cartelle',
      calendar: 'Legge i tuoi calendari ed eventi',
      mixed: 'Legge i tuoi messaggi, email e contatti',
    },
    sends: {
      messages: 'Può inviare messaggi a tuo nome',
      email: 'Può inviare email a tuo nome',
      calendar: 'Può creare e modificare eventi',
      mixed: 'Può inviare messaggi ed email a tuo nome',
    },
    disconnect: (host) => `Puoi scollegarlo${host ? ` in ${host}` : ''} quando vuoi`,
  },
  brandLinks: { termsUrl: 'Termini', privacyUrl: 'Privacy', helpUrl: 'Aiuto' },
  credentials: {
    heading: (provider, account) =>
      account ? `Accedi di nuovo ${toProvider(provider)} come ${account}` : `Accedi ${toProvider(provider)}`,
    required: (name) => `Inserisci ${name}.`,
    cookiesRequired: (name) => `Incolla qui ${name}.`,
    show: 'Mostra password',
    promise: (provider, host) =>
      `Inviata in modo sicuro ${toProvider(provider)}, mai conservata${host ? ` da ${host}` : ''}.`,
    submit: 'Accedi',
    method: 'Accedi con',
  },
  code: {
    heading: 'Inserisci il codice di verifica',
    label: 'Codice',
    otp: codeSentBy,
    otp_or_in_app: (provider, channel) =>
      `${codeSentBy(provider, channel)} Oppure approva l’accesso nell’app ${ofProvider(provider)}.`,
    two_factor: (provider, platform) =>
      platform === 'app'
        ? 'Trovi il codice nella tua app di autenticazione.'
        : codeSentBy(provider, platform),
    waiting: 'In attesa della tua approvazione…',
    incomplete: 'Inserisci il codice completo.',
    tooLong: (length) => `È troppo lungo: il codice ha ${length} caratteri.`,
    notACode: 'Inserisci solo il codice.',
  },
  password: {
    heading: 'Inserisci la password',
    text: 'Usa la password della verifica in due passaggi.',
    label: 'Password',
    incomplete: 'Inserisci la tua password.',
    wrong: 'La password non è corretta. Riprova.',
  },
  in_app: {
    heading: 'Guarda il tuo telefono',
    text: (provider) => `Approva l’accesso nell’app ${ofProvider(provider)}.`,
  },
  qr: {
    heading: (provider) => `Inquadra con ${provider}`,
    reconnect: (account) => `Usa il telefono di ${account}.`,
    label: 'Codice QR',
    samePhone: 'Sei sul telefono? Apri questa pagina su un computer per inquadrare il codice.',
    freshFor: (seconds) => `Nuovo codice tra ${clock(seconds)}`,
    due: 'È in arrivo un nuovo codice…',
    renewed: 'Viene mostrato un nuovo codice.',
    refresh: 'Mostra un nuovo codice',
  },
  loading: { heading: (provider) => `In attesa ${ofProvider(provider)}` },
  linked: { heading: (provider) => `Il tuo account ${provider} è collegato` },
  relinked: { heading: (provider) => `Il tuo account ${provider} è di nuovo collegato` },
  duplicate: {
    heading: 'Già collegato',
    own: 'Avevi già collegato questo account. È tutto a posto.',
    broken: 'Questo account ha perso il collegamento. Ricollegalo per tenerlo aggiornato.',
    other: (provider) => `Questo account ${provider} è già collegato altrove. Collegane un altro.`,
  },
  restricted: {
    heading: 'Questo account non può essere collegato',
    text: (provider) =>
      `${atStart(provider)} ha limitato questo account. Contatta l’assistenza o collegane un altro.`,
    reason: 'Motivo',
    userId: 'ID dell’account',
  },
  mismatch: {
    heading: 'È un account diverso',
    text: (provider, account) =>
      account
        ? `Hai usato un altro account. Accedi come ${account}.`
        : `Hai usato un altro account. Accedi con l’account ${provider} collegato in precedenza.`,
  },
  canceled: {
    heading: 'Annullato',
    text: 'Nessun account è stato collegato. Puoi ricominciare.',
    elsewhere:
      'Hai annullato in un’altra scheda o su un altro dispositivo. Nessun account è stato collegato.',
  },
  expired: {
    heading: 'Tempo scaduto',
    text: 'Per la tua sicurezza l’accesso è scaduto. Riprova.',
  },
  failed: { heading: 'Non ha funzionato' },
  errors: {
    invalid_request: notAccepted,
    session_missing:
      'Non abbiamo potuto verificare chi ha effettuato l’accesso. Riprova o ricarica la pagina.',
    session_invalid: sessionEnded,
    session_expired: sessionEnded,
    session_unavailable: serverDown,
    intent_not_found: attemptEnded,
    intent_of_other_user:
      'Un’altra persona ha iniziato questo accesso, o non è più aperto. Accedi qui con la stessa identità o iniziane uno tuo.',
    intent_ended: attemptEnded,
    resend_not_available: 'Non possiamo inviarlo di nuovo. Prova un altro modo.',
    resend_too_soon: tooOften,
    no_other_way: 'Non c’è un altro modo per questo account. Continua così o ricomincia.',
    account_not_found: 'Questo account non esiste più. Collegalo come nuovo.',
    invalid_credentials: 'Il nome utente o la password non sono corretti. Controlla entrambi e riprova.',
    invalid_code: 'Il codice non è corretto. Controllalo e riprova.',
    captcha_rejected: 'La verifica non è riuscita. Riprova.',
    invalid_phone: 'Questo numero di telefono non è stato accettato. Controllalo e riprova.',
    approval_declined: 'L’accesso è stato rifiutato sul telefono. Ricomincia.',
    consent_denied: 'L’accesso è stato rifiutato. Ricomincia e consentilo.',
    consent_failed: 'L’accesso presso il provider non è riuscito. Ricomincia.',
    consent_unconfirmed: finishHere,
    consent_elsewhere: finishHere,
    account_exists: 'Questo account è già collegato. Collegane un altro.',
    account_restricted: 'Il provider ha limitato questo account. Collegane un altro.',
    account_mismatch: 'Hai usato un altro account. Ricomincia con quello di prima.',
    confirmation_pending: 'L’account non è ancora confermato. Riprova più tardi.',
    mail_settings_needed: 'Non abbiamo trovato il tuo server di posta. Inserisci le impostazioni qui sotto.',
    mail_settings_invalid: 'Queste impostazioni non funzionano. Controllale e riprova.',
    app_password_needed:
      'Il tuo provider email richiede una password per le app. Creane una e inseriscila qui.',
    provider_rate_limited: tooOften,
    sign_in_in_progress: 'È già in corso un altro accesso a questo account. Riprova tra un momento.',
    action_required: 'Il provider chiede di accedere prima dalla sua app o dal suo sito. Fallo, poi riprova.',
    subscription_required: 'Questo account non ha l’abbonamento necessario. Collegane un altro.',
    provider_not_supported: 'Al momento non è disponibile. Scegli un altro modo o un altro provider.',
    provider_unavailable: 'Il provider non risponde al momento. Riprova più tardi.',
    upstream_unavailable: upstreamDown,
    upstream_timeout: upstreamDown,
    upstream_unreachable: upstreamDown,
    upstream_rate_limited: upstreamDown,
    network_unreachable: unreachable,
    network_timeout: unreachable,
    server_unavailable: serverDown,
    shutting_down: serverDown,
    captcha_not_supported: 'Questa verifica non può essere mostrata qui. Prova un altro modo.',
    rate_limited: tooOften,
    internal_error: 'Qualcosa è andato storto da parte nostra. Riprova.',
  },
  accounts: {
    label: 'Account collegati',
    loading: 'Caricamento dei tuoi account…',
    empty: 'Nessun account collegato.',
    unavailable: 'Al momento non possiamo mostrare i tuoi account.',
    outdated: 'Questo elenco potrebbe non essere aggiornato.',
    reconnect: 'Ricollega',
    rename: {
      action: 'Rinomina',
      form: (name) => `Rinomina ${name}`,
      label: 'Nome',
      help: (provider) => `Lascia vuoto per usare il nome ${ofProvider(provider)}.`,
      save: 'Salva',
      refused: 'Il nome non è stato modificato.',
    },
    disconnect: {
      action: 'Scollega',
      heading: (name) => `Scollegare ${name}?`,
      text: (provider) =>
        `L’account smette subito di funzionare qui. Non viene eliminato nulla ${onProvider(provider)} e puoi ricollegarlo quando vuoi.`,
      refused: 'L’account è ancora collegato.',
    },
    changes: {
      connected: (name) => `${name} è collegato.`,
      removed: (name) => `${name} non è più collegato.`,
      renamed: (before, name) => `${before} ora si chiama ${name}.`,
      status: (name, label) => `${name}: ${label}.`,
    },
  },
  accountStatus: {
    label: {
      running: 'Collegato',
      disconnected: 'Accesso richiesto',
      errored: 'Interrotto temporaneamente',
      paused: 'In pausa',
      degraded: 'Funziona in parte',
      partial: 'Accesso limitato',
    },
    help: {
      disconnected: 'La sessione è stata chiusa, ad esempio dopo un cambio di password.',
      errored: {
        provider: 'Il provider ha dei problemi. Lo ricollegheremo automaticamente.',
        proxy: 'La sua connessione ha dei problemi. Lo ricollegheremo automaticamente.',
        unipile: 'Il nostro servizio di collegamento ha dei problemi. Lo ricollegheremo automaticamente.',
        other: 'Lo ricollegheremo automaticamente.',
      },
      paused: 'L’account è in pausa e non si sincronizza. Contatta l’assistenza per riattivarlo.',
      degraded: (part) =>
        part && parts[part]
          ? `Abbiamo difficoltà con: ${parts[part]}. Continueremo a provare.`
          : 'Alcune parti dell’account non funzionano. Continueremo a provare.',
      partial: (part) =>
        part && parts[part]
          ? `Non riusciamo ad accedere a: ${parts[part]}. Ricollega l’account per risolvere.`
          : 'Non riusciamo ad accedere a tutto l’account. Ricollegalo per risolvere.',
    },
  },
  captcha: {
    heading: 'Breve controllo di sicurezza',
    failed: 'Impossibile mostrare questo controllo. Riprova o prova un altro modo.',
    slow: 'Non funziona? Ricarica il controllo o prova un altro modo.',
    texts: {
      title: 'Captcha',
      idle: 'Sono una persona',
      solving: 'Verifica in corso…',
      solved: 'Verificato',
    },
  },
  contract: { heading: 'Scegli un contratto' },
  challenge: { heading: 'Conferma la tua identità' },
  choice: { required: 'Seleziona un’opzione per continuare.' },
  consent: {
    heading: (provider) => `Collega ${provider}`,
    text: (provider, account) =>
      account
        ? `Accederai ${toProvider(provider)} come ${account} e tornerai subito qui.`
        : `Accederai ${toProvider(provider)} e tornerai subito qui.`,
    open: (provider) => `Continua con ${provider}`,
    elsewhere: 'Completa l’accesso nell’altra finestra.',
    again: 'Riapri la finestra',
  },
  continueOnPhone: {
    open: 'Continua sul telefono',
    text: 'Inquadra questo codice con la fotocamera del telefono o apri lì il link. Accedi con lo stesso account.',
    here: 'Puoi lasciare aperta questa pagina: si aggiorna da sola.',
    code: 'Codice QR del link',
    link: 'Link',
    copy: 'Copia link',
    copied: 'Copiato',
    failed: 'Impossibile creare il link. Continua qui o riprova.',
  },
  cookies: {
    unreadable: (site, name) =>
      `Non riusciamo a leggere il testo. Incolla l’intero valore del cookie ${name} di ${site} o un’esportazione completa dei cookie.`,
    missing: (site, name) => `Il cookie ${name} di ${site} non è tra questi. Incolla anche quello.`,
    foreign: (site, other) => `Questi cookie sono di ${other}. Incolla quelli di ${site}.`,
  },
  fieldErrors: {
    required: (name) => `Inserisci ${name}.`,
    invalid: 'Questo valore non è stato accettato. Controllalo e riprova.',
    too_long: 'È troppo lungo. Controllalo e riprova.',
    not_an_option: 'Scegli una delle opzioni.',
    not_a_number: (name) => `Inserisci ${name} come numero intero.`,
    not_an_email: 'Inserisci il tuo indirizzo email completo, ad esempio nome@example.com.',
    cookie_missing: (_name, { cookie = '' }) => `Manca il cookie ${cookie}. Incolla anche quello.`,
    cookie_refused:
      'È scaduto o non è corretto. Incollane uno nuovo da un browser in cui hai effettuato l’accesso.',
    password_refused: (_name, { side = '' }) =>
      side === 'smtp'
        ? 'Il server della posta in uscita ha rifiutato email e password. Controlla entrambe.'
        : side === 'imap'
          ? 'Il server della posta in arrivo ha rifiutato email e password. Controlla entrambe.'
          : 'Il server ha rifiutato email e password. Controlla entrambe.',
    app_password_needed: 'Inserisci qui una password per le app.',
    server_not_found: (name) => `Non troviamo ${name}. Controlla il nome.`,
    server_not_reachable: (name) => `Nessuna risposta. Controlla ${name} e il resto della connessione.`,
    server_timeout: (name) =>
      `Il server non ha risposto in tempo. Controlla ${name} e il resto della connessione.`,
    encryption_failed: (name) => `Il server non supporta ${name} su questa porta. Scegline un’altra.`,
    certificate_not_trusted: (name) =>
      `Il certificato non è attendibile o è di un altro nome. Controlla ${name}.`,
    port_out_of_range: (name) => `Inserisci ${name} come numero da 1 a 65535.`,
  },
  forms: {
    methods: {
      credentials: 'Email e password',
      'instagram.credentials': 'Nome utente e password',
      'twitter.credentials': 'Nome utente e password',
      cookies: 'Cookie del browser',
      'instagram.cookies': 'Un cookie del browser',
      password: 'Email e password',
      manual: 'Impostazioni del server',
    },
    fields: {
      username: { label: 'Email o telefono', name: 'la tua email o il tuo telefono' },
      'instagram.username': {
        label: 'Nome utente, email o telefono',
        name: 'il tuo nome utente, l’email o il telefono',
      },
      'twitter.username': {
        label: 'Nome utente, email o telefono',
        name: 'il tuo nome utente, l’email o il telefono',
      },
      user: { label: 'Email', name: 'la tua email' },
      email: { label: 'Email', name: 'la tua email' },
      password: { label: 'Password', name: 'la tua password' },
      'linkedin.cookies': {
        label: 'Cookie',
        name: 'i tuoi cookie',
        help: 'Incolla il cookie li_at di linkedin.com, e li_a per Recruiter o Sales Navigator, o un’esportazione completa dei cookie.',
      },
      'instagram.cookies': {
        label: 'Cookie',
        name: 'il tuo cookie',
        help: 'Incolla il cookie sessionid di instagram.com o un’esportazione completa dei cookie.',
      },
      imap_host: { label: 'Server', name: 'il server della posta in arrivo' },
      imap_port: { label: 'Porta', name: 'la porta della posta in arrivo' },
      imap_encryption: { label: 'Crittografia', name: 'la crittografia della posta in arrivo' },
      smtp_host: { label: 'Server', name: 'il server della posta in uscita' },
      smtp_port: { label: 'Porta', name: 'la porta della posta in uscita' },
      smtp_encryption: { label: 'Crittografia', name: 'la crittografia della posta in uscita' },
    },
    groups: { imap: 'Posta in arrivo (IMAP)', smtp: 'Posta in uscita (SMTP)' },
    options: { tls: 'TLS', starttls: 'STARTTLS', default: 'Automatica' },
    nameInSentence: (label) => `il campo «${label}»`,
  },
  initialSync: {
    running: 'Importazione dei tuoi messaggi… Potrebbe richiedere qualche minuto.',
    completed: 'Importazione completata.',
    failed: 'Alcuni messaggi non sono stati importati. Riproveremo automaticamente.',
    skip: 'Continua senza attendere',
  },
  kindFilter: { label: 'Mostra', all: 'Tutto' },
  ownProxy: {
    open: 'Usa il tuo proxy',
    text: 'Ci collegheremo tramite questo server, ora e in futuro. In caso di dubbio, lascia vuoto.',
    protocol: 'Tipo',
    host: 'Server',
    port: 'Porta',
    username: 'Nome utente',
    password: 'Password del proxy',
    hostMissing: 'Inserisci il server, ad esempio proxy.example.com.',
    portInvalid: 'Inserisci una porta tra 1 e 65535.',
    hostRefused: 'Questo server non può essere usato. Controlla il nome o lascia vuoto.',
    notAllowed: 'Qui non puoi usare il tuo proxy. Lascia vuoto.',
    failed: 'Questo proxy non ha funzionato. Controlla le impostazioni o lasciale vuote.',
  },
  phone: {
    heading: 'Verifica il tuo numero di telefono',
    text: (provider) => `${atStart(provider)} ti invierà un codice.`,
    label: 'Numero di telefono',
    help: 'Con il prefisso internazionale, ad esempio +39 312 345 6789.',
  },
  phoneField: { country: 'Paese', invalid: 'Questo numero sembra incompleto. Controllalo.' },
  slow: {
    start: (provider) => `L’accesso ${toProvider(provider)} può richiedere fino a un minuto…`,
    answer: (provider) => `${atStart(provider)} sta impiegando più del solito per rispondere…`,
  },
  qrSteps: {
    whatsapp: [
      'Apri WhatsApp sul telefono',
      'Vai a Impostazioni › Dispositivi collegati',
      'Tocca Collega un dispositivo e inquadra questo schermo con il telefono',
    ],
    telegram: [
      'Apri Telegram sul telefono',
      'Vai a Impostazioni › Dispositivi',
      'Tocca Collega dispositivo desktop e inquadra questo schermo con il telefono',
    ],
    google_messages: [
      'Apri Google Messaggi sul telefono',
      'Tocca la tua foto › Accoppiamento dispositivo',
      'Tocca Scanner di codici QR e inquadra questo schermo con il telefono',
    ],
  },
  show: {
    kinds: {
      code: 'Inserisci questo codice sul telefono',
      emoji: 'Tocca questa emoji sul telefono',
      number: 'Tocca questo numero sul telefono',
      unknown: 'Usa questo sul telefono',
    },
    steps: {
      'whatsapp.code': [
        'Apri WhatsApp sul telefono',
        'Vai a Impostazioni › Dispositivi collegati',
        'Tocca Collega un dispositivo › Collega con numero di telefono',
        'Inserisci questo codice',
      ],
      'google_messages.emoji': ['Apri Google Messaggi sul telefono', 'Tocca lì la stessa emoji'],
    },
    copy: 'Copia',
    copied: 'Copiato',
    notCopied: 'Copia non riuscita. Selezionalo e copialo tu.',
    validFor: (seconds) => `Valido ancora per ${clock(seconds)}`,
    expired: 'È scaduto. Richiedine uno nuovo.',
    refresh: 'Mostrane uno nuovo',
    renewed: 'Ne viene mostrato uno nuovo.',
    waiting: 'In attesa del telefono…',
  },
  unsupported: {
    heading: 'Questo passaggio non è disponibile qui',
    text: (provider) =>
      `${atStart(provider)} chiede qualcosa che non possiamo mostrare. Ricomincia o riprova più tardi.`,
    elsewhere: 'Continua in un’altra pagina',
    nowhere: 'Non c’è un’altra pagina per questo. Ricomincia.',
  },
}
