import type { Channel } from '@connect-account/core'
import { clock } from '../clock.ts'
import type { Messages } from '../messages.ts'
import { pluralsOf } from '../plural.ts'

const plural = pluralsOf('fr')

const duration = (seconds: number) =>
  seconds < 60
    ? plural(seconds, { one: '# seconde', other: '# secondes' })
    : plural(Math.ceil(seconds / 60), { one: '# minute', other: '# minutes' })

const atStart = (phrase: string) => (phrase.startsWith('votre ') ? `V${phrase.slice(1)}` : phrase)

const channels: Record<Channel, string> = { email: 'par e-mail', sms: 'par SMS', whatsapp: 'sur WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${atStart(provider)} vous a envoyé un code${channel ? ` ${channels[channel]}` : ''}.`

const parts: Readonly<Record<string, string>> = {
  calendar: 'votre agenda',
  mail: 'vos e-mails',
  messaging: 'vos messages',
  recruiter: 'Recruiter',
  'sales navigator': 'Sales Navigator',
}

const notAccepted = 'Ces informations n’ont pas été acceptées. Vérifiez-les et réessayez.'
const sessionEnded = 'Votre session est terminée. Rechargez la page et reconnectez-vous si nécessaire.'
const unreachable = 'Notre serveur est injoignable pour le moment. Réessayez dans un instant.'
const serverDown = 'Notre serveur rencontre un problème. Réessayez dans un instant.'
const upstreamDown = 'Notre service de connexion ne répond pas. Réessayez dans quelques minutes.'
const tooOften = 'Trop de tentatives. Réessayez plus tard.'
const finishHere =
  'La connexion n’a pas été terminée dans ce navigateur : aucun compte n’a été connecté. Recommencez.'
const attemptEnded = 'Cette connexion est terminée. Recommencez.'

export const messages: Messages = {
  actions: {
    back: 'Retour',
    cancel: 'Annuler',
    close: 'Fermer',
    continue: 'Continuer',
    done: 'Terminé',
    restart: 'Recommencer',
    retry: 'Réessayer',
    anotherWay: 'Essayer autrement',
    another: 'Connecter un autre compte',
    resend: 'Renvoyer',
    resendIn: (seconds) => `Renvoyer dans ${clock(seconds)}`,
    sentResendIn: (seconds) => `Envoyé. Renvoyer dans ${clock(seconds)}`,
    resent: (seconds) =>
      seconds > 0 ? `Renvoyé. Nouvel envoi possible dans ${duration(seconds)}.` : 'Renvoyé.',
    help: 'Voir comment faire',
    reconnect: 'Reconnecter',
  },
  announcement: (heading, text) => `${heading}. ${text}`,
  working: 'En cours…',
  offline: 'Vous êtes hors ligne. Nous reprendrons dès votre retour.',
  chunkFailed: {
    heading: 'Impossible de charger cette étape',
    text: 'Vérifiez votre connexion et réessayez. Si cela ne suffit pas, rechargez la page.',
  },
  screenFailed: {
    heading: 'Impossible d’afficher cette étape',
    text: 'Un problème est survenu de notre côté. Réessayez, ou revenez plus tard.',
  },
  preparing: { heading: 'Un instant…' },
  providers: {
    imap: { name: 'Autre messagerie', service: 'votre messagerie', account: 'de messagerie' },
  },
  picker: {
    heading: 'Connecter un compte',
    search: 'Rechercher',
    results: (count) => plural(count, { one: '# résultat', other: '# résultats' }),
    none: 'Aucun compte ne peut être connecté.',
    empty: (query) => `Aucun résultat pour « ${query} ».`,
    kinds: { messaging: 'Messageries', social: 'Réseaux sociaux', email: 'E-mail', calendar: 'Agenda' },
    connected: 'Connecté',
    methods: { form: 'Mot de passe', qr: 'Code QR', consent: 'Page de connexion' },
  },
  outage: {
    unreachable: 'Notre serveur est injoignable pour le moment. Nous reprendrons dès son retour.',
    server: 'Notre serveur rencontre un problème. Nous reprendrons dès son retour.',
  },
  notSent: 'Vous êtes hors ligne. Réessayez une fois reconnecté à Internet.',
  unavailable: { heading: 'Indisponible pour le moment' },
  retryIn: (seconds) => `Patientez d’abord ${duration(seconds)}.`,
  tooOftenFor: (seconds) => `Trop de tentatives. Réessayez dans ${duration(seconds)}.`,
  retryNow: 'Vous pouvez maintenant réessayer.',
  wrongFields: (count) =>
    plural(count, { one: '# champ est à corriger.', other: '# champs sont à corriger.' }),
  introduction: {
    heading: (account, host) =>
      `Connecter ${account ? `votre compte ${account}` : 'un compte'}${host ? ` à ${host}` : ''}`,
    reads: {
      messages: 'Lit vos messages et vos contacts',
      email: 'Lit vos e-mails et vos dossiers',
      calendar: 'Lit vos agendas et vos événements',
      mixed: 'Lit vos messages, vos e-mails et vos contacts',
    },
    sends: {
      messages: 'Peut envoyer des messages en votre nom',
      email: 'Peut envoyer des e-mails en votre nom',
      calendar: 'Peut créer et modifier des événements',
      mixed: 'Peut envoyer des messages et des e-mails en votre nom',
    },
    disconnect: (host) => `Vous pouvez le déconnecter à tout moment${host ? ` dans ${host}` : ''}`,
  },
  brandLinks: { termsUrl: 'Conditions', privacyUrl: 'Confidentialité', helpUrl: 'Aide' },
  credentials: {
    heading: (provider, account) =>
      account ? `Reconnectez-vous à ${provider} avec le compte ${account}` : `Connectez-vous à ${provider}`,
    required: (name) => `Saisissez ${name}.`,
    cookiesRequired: (name) => `Collez ${name} ici.`,
    show: 'Afficher le mot de passe',
    promise: (provider, host) =>
      `Transmis de façon sécurisée à ${provider}, jamais conservé${host ? ` par ${host}` : ''}.`,
    submit: 'Se connecter',
    method: 'Se connecter avec',
  },
  code: {
    heading: 'Saisissez votre code de vérification',
    label: 'Code',
    otp: codeSentBy,
    otp_or_in_app: (provider, channel) =>
      `${codeSentBy(provider, channel)} Vous pouvez aussi approuver la connexion dans l’application ${provider}.`,
    two_factor: (provider, platform) =>
      platform === 'app'
        ? 'Le code se trouve dans votre application d’authentification.'
        : codeSentBy(provider, platform),
    waiting: 'En attente de votre approbation…',
    incomplete: 'Saisissez le code complet.',
    tooLong: (length) => `C’est trop long : le code compte ${length} caractères.`,
    notACode: 'Saisissez uniquement le code.',
  },
  password: {
    heading: 'Saisissez votre mot de passe',
    text: 'Utilisez le mot de passe de votre validation en deux étapes.',
    label: 'Mot de passe',
    incomplete: 'Saisissez votre mot de passe.',
    wrong: 'Ce mot de passe est incorrect. Réessayez.',
  },
  in_app: {
    heading: 'Regardez votre téléphone',
    text: (provider) => `Approuvez la connexion dans l’application ${provider}.`,
  },
  qr: {
    heading: (provider) => `Scannez avec ${provider}`,
    reconnect: (account) => `Utilisez le téléphone du compte ${account}.`,
    label: 'Code QR',
    samePhone: 'Vous êtes sur votre téléphone ? Ouvrez cette page sur un ordinateur pour scanner le code.',
    freshFor: (seconds) => `Nouveau code dans ${clock(seconds)}`,
    due: 'Un nouveau code arrive…',
    renewed: 'Un nouveau code est affiché.',
    refresh: 'Afficher un nouveau code',
  },
  loading: { heading: (provider) => `En attente de ${provider}` },
  linked: { heading: (provider) => `Votre compte ${provider} est connecté` },
  relinked: { heading: (provider) => `Votre compte ${provider} est reconnecté` },
  duplicate: {
    heading: 'Déjà connecté',
    own: 'Vous aviez déjà connecté ce compte. Tout est en ordre.',
    broken: 'Ce compte a perdu sa connexion. Reconnectez-le pour qu’il reste à jour.',
    other: (provider) => `Ce compte ${provider} est déjà connecté ailleurs. Connectez-en un autre.`,
  },
  restricted: {
    heading: 'Ce compte ne peut pas être connecté',
    text: (provider) =>
      `${atStart(provider)} a restreint ce compte. Contactez l’assistance, ou connectez un autre compte.`,
    reason: 'Motif',
    userId: 'Identifiant du compte',
  },
  mismatch: {
    heading: 'Ce n’est pas le même compte',
    text: (provider, account) =>
      account
        ? `Vous avez utilisé un autre compte. Connectez-vous avec ${account}.`
        : `Vous avez utilisé un autre compte. Connectez-vous avec le compte ${provider} que vous aviez connecté.`,
  },
  canceled: {
    heading: 'Connexion annulée',
    text: 'Aucun compte n’a été connecté. Vous pouvez recommencer.',
    elsewhere:
      'Vous avez annulé dans un autre onglet ou sur un autre appareil. Aucun compte n’a été connecté.',
  },
  expired: {
    heading: 'Le délai est dépassé',
    text: 'Pour votre sécurité, la connexion a expiré. Réessayez.',
  },
  failed: { heading: 'La connexion a échoué' },
  errors: {
    invalid_request: notAccepted,
    session_missing: 'Nous n’avons pas pu confirmer votre identité. Réessayez, ou rechargez la page.',
    session_invalid: sessionEnded,
    session_expired: sessionEnded,
    session_unavailable: serverDown,
    intent_not_found: attemptEnded,
    intent_of_other_user:
      'Une autre personne a commencé cette connexion, ou celle-ci n’est plus ouverte. Identifiez-vous ici avec le même compte, ou commencez la vôtre.',
    intent_ended: attemptEnded,
    resend_not_available: 'Un nouvel envoi est impossible. Essayez autrement.',
    resend_too_soon: tooOften,
    no_other_way: 'Ce compte n’a pas d’autre possibilité. Continuez avec celle-ci, ou recommencez.',
    account_not_found: 'Ce compte n’existe plus. Connectez-le comme un nouveau compte.',
    invalid_credentials: 'L’identifiant ou le mot de passe est incorrect. Vérifiez-les et réessayez.',
    invalid_code: 'Ce code est incorrect. Vérifiez-le et réessayez.',
    captcha_rejected: 'La vérification n’a pas abouti. Réessayez.',
    invalid_phone: 'Ce numéro de téléphone n’a pas été accepté. Vérifiez-le et réessayez.',
    approval_declined: 'La connexion a été refusée sur votre téléphone. Recommencez.',
    consent_denied: 'L’accès a été refusé. Recommencez et autorisez-le.',
    consent_failed: 'La connexion chez le fournisseur a échoué. Recommencez.',
    consent_unconfirmed: finishHere,
    consent_elsewhere: finishHere,
    account_exists: 'Ce compte est déjà connecté. Connectez-en un autre.',
    account_restricted: 'Le fournisseur a restreint ce compte. Connectez-en un autre.',
    account_mismatch: 'Vous avez utilisé un autre compte. Recommencez avec celui d’avant.',
    confirmation_pending: 'Le compte n’est pas encore confirmé. Réessayez plus tard.',
    mail_settings_needed: 'Votre serveur de messagerie est introuvable. Saisissez ses paramètres ci-dessous.',
    mail_settings_invalid: 'Ces paramètres ne fonctionnent pas. Vérifiez-les et réessayez.',
    app_password_needed:
      'Votre messagerie exige un mot de passe d’application. Créez-en un et saisissez-le ici.',
    provider_rate_limited: tooOften,
    sign_in_in_progress: 'Une autre connexion à ce compte est en cours. Réessayez dans un instant.',
    action_required:
      'Le fournisseur demande que vous vous connectiez d’abord dans sa propre application ou sur son site. Faites-le, puis réessayez.',
    subscription_required: 'Ce compte n’a pas l’abonnement nécessaire. Connectez-en un autre.',
    provider_not_supported:
      'Ce n’est pas disponible pour le moment. Choisissez une autre méthode ou un autre fournisseur.',
    provider_unavailable: 'Le fournisseur ne répond pas pour le moment. Réessayez plus tard.',
    upstream_unavailable: upstreamDown,
    upstream_timeout: upstreamDown,
    upstream_unreachable: upstreamDown,
    upstream_rate_limited: upstreamDown,
    network_unreachable: unreachable,
    network_timeout: unreachable,
    server_unavailable: serverDown,
    shutting_down: serverDown,
    captcha_not_supported: 'Cette vérification ne peut pas être affichée ici. Essayez autrement.',
    rate_limited: tooOften,
    internal_error: 'Un problème est survenu de notre côté. Réessayez.',
  },
  accounts: {
    label: 'Comptes connectés',
    loading: 'Chargement de vos comptes…',
    empty: 'Aucun compte connecté pour l’instant.',
    unavailable: 'Impossible d’afficher vos comptes pour le moment.',
    outdated: 'Cette liste n’est peut-être pas à jour.',
    reconnect: 'Reconnecter',
    rename: {
      action: 'Renommer',
      form: (name) => `Renommer ${name}`,
      label: 'Nom',
      help: (provider) => `Laissez vide pour garder le nom donné par ${provider}.`,
      save: 'Enregistrer',
      refused: 'Le nom n’a pas été modifié.',
    },
    disconnect: {
      action: 'Déconnecter',
      heading: (name) => `Déconnecter ${name} ?`,
      text: (provider) =>
        `Le compte cesse aussitôt de fonctionner ici. Rien n’est supprimé chez ${provider}, et vous pourrez le reconnecter à tout moment.`,
      refused: 'Le compte est toujours connecté.',
    },
    changes: {
      connected: (name) => `${name} est connecté.`,
      removed: (name) => `${name} n’est plus connecté.`,
      renamed: (before, name) => `${before} s’appelle désormais ${name}.`,
      status: (name, label) => `${name} : ${label}.`,
    },
  },
  accountStatus: {
    label: {
      running: 'Connecté',
      disconnected: 'Connexion requise',
      errored: 'Interrompu temporairement',
      paused: 'En pause',
      degraded: 'Fonctionne en partie',
      partial: 'Accès limité',
    },
    help: {
      disconnected: 'Vous avez été déconnecté, par exemple après un changement de mot de passe.',
      errored: {
        provider: 'Le fournisseur rencontre des problèmes. La reconnexion sera automatique.',
        proxy: 'Sa liaison rencontre des problèmes. La reconnexion sera automatique.',
        unipile: 'Notre service de connexion rencontre des problèmes. La reconnexion sera automatique.',
        other: 'La reconnexion sera automatique.',
      },
      paused: 'Ce compte est en pause et n’est plus synchronisé. Contactez l’assistance pour le réactiver.',
      degraded: (part) =>
        part && parts[part]
          ? `Nous avons des difficultés avec ${parts[part]}. Nous continuons d’essayer.`
          : 'Une partie du compte ne fonctionne pas. Nous continuons d’essayer.',
      partial: (part) =>
        part && parts[part]
          ? `Nous n’avons plus accès à ${parts[part]}. Reconnectez le compte pour y remédier.`
          : 'Nous n’avons pas accès à tout le compte. Reconnectez-le pour y remédier.',
    },
  },
  captcha: {
    heading: 'Vérification de sécurité',
    failed: 'Impossible d’afficher cette vérification. Réessayez, ou essayez autrement.',
    slow: 'Cela ne fonctionne pas ? Rechargez la vérification, ou essayez autrement.',
    texts: {
      title: 'Captcha',
      idle: 'Je suis humain',
      solving: 'Vérification…',
      solved: 'Vérifié',
    },
  },
  contract: { heading: 'Choisissez un contrat' },
  challenge: { heading: 'Confirmez votre identité' },
  choice: { required: 'Sélectionnez une option pour continuer.' },
  consent: {
    heading: (provider) => `Connecter ${provider}`,
    text: (provider, account) =>
      account
        ? `Vous allez vous identifier auprès de ${provider} avec ${account}, puis revenir ici.`
        : `Vous allez vous identifier auprès de ${provider}, puis revenir ici.`,
    open: (provider) => `Continuer avec ${provider}`,
    elsewhere: 'Terminez la connexion dans l’autre fenêtre.',
    again: 'Rouvrir la fenêtre',
  },
  continueOnPhone: {
    open: 'Continuer sur votre téléphone',
    text: 'Scannez ce code avec l’appareil photo de votre téléphone, ou ouvrez-y le lien. Identifiez-vous avec le même compte.',
    here: 'Vous pouvez laisser cette page ouverte : elle se met à jour toute seule.',
    code: 'Code QR du lien',
    link: 'Lien',
    copy: 'Copier le lien',
    copied: 'Copié',
    failed: 'Le lien n’a pas pu être créé. Continuez ici, ou réessayez.',
  },
  cookies: {
    unreadable: (site, name) =>
      `Ce texte est illisible. Collez la valeur entière du cookie ${name} de ${site}, ou un export complet des cookies.`,
    missing: (site, name) => `Le cookie ${name} de ${site} n’y figure pas. Collez-le aussi.`,
    foreign: (site, other) => `Ces cookies viennent de ${other}. Collez ceux de ${site}.`,
  },
  fieldErrors: {
    required: (name) => `Saisissez ${name}.`,
    invalid: 'Cette valeur n’a pas été acceptée. Vérifiez-la et réessayez.',
    too_long: 'C’est trop long. Vérifiez et réessayez.',
    not_an_option: 'Choisissez l’une des options.',
    not_a_number: (name) => `Saisissez ${name} sous forme de nombre entier.`,
    not_an_email: 'Saisissez votre adresse e-mail complète, par exemple nom@example.com.',
    cookie_missing: (_name, { cookie = '' }) => `Le cookie ${cookie} manque. Collez-le aussi.`,
    cookie_refused:
      'Il a expiré ou n’est pas correct. Collez-en un nouveau depuis un navigateur où vous êtes connecté.',
    password_refused: (_name, { side = '' }) =>
      side === 'smtp'
        ? 'Le serveur d’envoi a refusé cette adresse et ce mot de passe. Vérifiez les deux.'
        : side === 'imap'
          ? 'Le serveur de réception a refusé cette adresse et ce mot de passe. Vérifiez les deux.'
          : 'Le serveur a refusé cette adresse et ce mot de passe. Vérifiez les deux.',
    app_password_needed: 'Saisissez ici un mot de passe d’application.',
    server_not_found: (name) => `Nous ne trouvons pas ${name}. Vérifiez son nom.`,
    server_not_reachable: (name) => `Nous n’arrivons pas à joindre ${name}. Vérifiez le serveur et le port.`,
    server_timeout: (name) =>
      `La réponse a pris trop de temps. Vérifiez ${name}, ainsi que le serveur et le port.`,
    encryption_failed: (name) => `Le serveur n’accepte pas ${name} sur ce port. Choisissez-en un autre.`,
    certificate_not_trusted: (name) =>
      `Le certificat n’est pas fiable, ou il est établi pour un autre nom. Vérifiez ${name}.`,
    port_out_of_range: (name) => `Saisissez ${name} : un nombre de 1 à 65535.`,
  },
  forms: {
    methods: {
      credentials: 'E-mail et mot de passe',
      'instagram.credentials': 'Nom d’utilisateur et mot de passe',
      'twitter.credentials': 'Nom d’utilisateur et mot de passe',
      cookies: 'Cookies du navigateur',
      'instagram.cookies': 'Cookie du navigateur',
      password: 'E-mail et mot de passe',
      manual: 'Paramètres du serveur',
    },
    fields: {
      username: { label: 'E-mail ou téléphone', name: 'votre e-mail ou votre téléphone' },
      'instagram.username': {
        label: 'Nom d’utilisateur, e-mail ou téléphone',
        name: 'votre nom d’utilisateur, votre e-mail ou votre téléphone',
      },
      'twitter.username': {
        label: 'Nom d’utilisateur, e-mail ou téléphone',
        name: 'votre nom d’utilisateur, votre e-mail ou votre téléphone',
      },
      user: { label: 'E-mail', name: 'votre adresse e-mail' },
      email: { label: 'E-mail', name: 'votre adresse e-mail' },
      password: { label: 'Mot de passe', name: 'votre mot de passe' },
      'linkedin.cookies': {
        label: 'Cookies',
        name: 'vos cookies',
        help: 'Collez le cookie li_at de linkedin.com, et li_a pour Recruiter ou Sales Navigator, ou un export complet des cookies.',
      },
      'instagram.cookies': {
        label: 'Cookie',
        name: 'votre cookie',
        help: 'Collez le cookie sessionid d’instagram.com, ou un export complet des cookies.',
      },
      imap_host: { label: 'Serveur', name: 'le serveur de réception' },
      imap_port: { label: 'Port', name: 'le port du serveur de réception' },
      imap_encryption: { label: 'Chiffrement', name: 'le chiffrement du serveur de réception' },
      smtp_host: { label: 'Serveur', name: 'le serveur d’envoi' },
      smtp_port: { label: 'Port', name: 'le port du serveur d’envoi' },
      smtp_encryption: { label: 'Chiffrement', name: 'le chiffrement du serveur d’envoi' },
    },
    groups: { imap: 'Courrier entrant (IMAP)', smtp: 'Courrier sortant (SMTP)' },
    options: { tls: 'TLS', starttls: 'STARTTLS', default: 'Automatique' },
    nameInSentence: (label) => `le champ « ${label} »`,
  },
  initialSync: {
    running: 'Importation de vos messages… Cela peut prendre quelques minutes.',
    completed: 'Importation terminée.',
    failed: 'Certains messages n’ont pas pu être importés. Nous réessaierons automatiquement.',
    skip: 'Continuer sans attendre',
  },
  kindFilter: { label: 'Afficher', all: 'Tout' },
  ownProxy: {
    open: 'Utiliser votre propre proxy',
    text: 'La connexion passera par ce serveur, maintenant et plus tard. Dans le doute, laissez vide.',
    protocol: 'Type',
    host: 'Serveur',
    port: 'Port',
    username: 'Nom d’utilisateur',
    password: 'Mot de passe du proxy',
    hostMissing: 'Saisissez le serveur, par exemple proxy.example.com.',
    portInvalid: 'Saisissez un port entre 1 et 65535.',
    hostRefused: 'Ce serveur ne peut pas être utilisé. Vérifiez son nom, ou laissez vide.',
    notAllowed: 'Vous ne pouvez pas utiliser votre propre proxy ici. Laissez vide.',
    failed: 'Ce proxy n’a pas fonctionné. Vérifiez ses paramètres, ou laissez-les vides.',
  },
  phone: {
    heading: 'Vérifiez votre numéro de téléphone',
    text: (provider) => `${atStart(provider)} va vous envoyer un code.`,
    label: 'Numéro de téléphone',
    help: 'Avec l’indicatif du pays, par exemple +33 6 12 34 56 78.',
  },
  phoneField: {
    country: 'Pays',
    invalid: 'Ce numéro semble incomplet. Vérifiez-le.',
  },
  slow: {
    start: (provider) => `La connexion à ${provider} peut prendre jusqu’à une minute…`,
    answer: (provider) => `${atStart(provider)} met plus de temps que d’habitude à répondre…`,
  },
  qrSteps: {
    whatsapp: [
      'Ouvrez WhatsApp sur votre téléphone',
      'Allez dans Paramètres › Appareils connectés',
      'Touchez Connecter un appareil et visez cet écran avec votre téléphone',
    ],
    telegram: [
      'Ouvrez Telegram sur votre téléphone',
      'Allez dans Paramètres › Appareils',
      'Touchez Connecter un ordinateur et visez cet écran avec votre téléphone',
    ],
    google_messages: [
      'Ouvrez Google Messages sur votre téléphone',
      'Touchez votre photo › Association d’appareils',
      'Touchez Lecteur de code QR et visez cet écran avec votre téléphone',
    ],
  },
  show: {
    kinds: {
      code: 'Saisissez ce code sur votre téléphone',
      emoji: 'Touchez cet emoji sur votre téléphone',
      number: 'Touchez ce nombre sur votre téléphone',
      unknown: 'Utilisez ceci sur votre téléphone',
    },
    steps: {
      'whatsapp.code': [
        'Ouvrez WhatsApp sur votre téléphone',
        'Allez dans Paramètres › Appareils connectés',
        'Touchez Connecter un appareil › Lier avec le numéro de téléphone',
        'Saisissez ce code',
      ],
      'google_messages.emoji': ['Ouvrez Google Messages sur votre téléphone', 'Touchez-y le même emoji'],
    },
    copy: 'Copier',
    copied: 'Copié',
    notCopied: 'La copie a échoué. Sélectionnez-le et copiez-le vous-même.',
    validFor: (seconds) => `Valable encore ${clock(seconds)}`,
    expired: 'Il a expiré. Demandez-en un nouveau.',
    refresh: 'En afficher un nouveau',
    renewed: 'Un nouveau est affiché.',
    waiting: 'En attente de votre téléphone…',
  },
  unsupported: {
    heading: 'Cette étape n’est pas disponible ici',
    text: (provider) =>
      `${atStart(provider)} demande quelque chose que nous ne pouvons pas afficher. Recommencez, ou réessayez plus tard.`,
    elsewhere: 'Continuer sur une autre page',
    nowhere: 'Aucune autre page ne le permet. Recommencez.',
  },
}
