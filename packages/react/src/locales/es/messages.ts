import type { Channel } from '@connect-account/core'
import { clock } from '../clock.ts'
import type { Messages } from '../messages.ts'
import { pluralsOf } from '../plural.ts'

const plural = pluralsOf('es')

const duration = (seconds: number) =>
  seconds < 60
    ? plural(seconds, { one: '# segundo', other: '# segundos' })
    : plural(Math.ceil(seconds / 60), { one: '# minuto', other: '# minutos' })

const atStart = (phrase: string) => (phrase.startsWith('tu ') ? `T${phrase.slice(1)}` : phrase)

const channels: Record<Channel, string> = { email: 'por correo', sms: 'por SMS', whatsapp: 'por WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${atStart(provider)} te ha enviado un código${channel ? ` ${channels[channel]}` : ''}.`

const parts: Readonly<Record<string, string>> = {
  calendar: 'tu calendario',
  mail: 'tu correo',
  messaging: 'tus mensajes',
  recruiter: 'Recruiter',
  'sales navigator': 'Sales Navigator',
}

const notAccepted = 'No se han aceptado los datos. Revísalos e inténtalo de nuevo.'
const sessionEnded = 'Tu sesión ha terminado. Recarga la página y vuelve a iniciar sesión si se te pide.'
const unreachable = 'Ahora mismo no podemos conectar con nuestro servidor. Inténtalo de nuevo en un momento.'
const serverDown = 'Nuestro servidor no funciona bien en este momento. Inténtalo de nuevo en un momento.'
const upstreamDown = 'Nuestro servicio de conexión no responde. Inténtalo de nuevo en unos minutos.'
const tooOften = 'Demasiados intentos. Inténtalo más tarde.'
const finishHere =
  'El inicio de sesión no se terminó en este navegador, así que no se ha conectado ninguna cuenta. Empieza de nuevo.'
const attemptEnded = 'Este inicio de sesión ha terminado. Empieza de nuevo.'

export const messages: Messages = {
  actions: {
    back: 'Atrás',
    cancel: 'Cancelar',
    close: 'Cerrar',
    continue: 'Continuar',
    done: 'Listo',
    restart: 'Empezar de nuevo',
    retry: 'Reintentar',
    anotherWay: 'Probar de otra forma',
    another: 'Conectar otra cuenta',
    resend: 'Reenviar',
    resendIn: (seconds) => `Reenviar en ${clock(seconds)}`,
    sentResendIn: (seconds) => `Enviado. Reenviar en ${clock(seconds)}`,
    resent: (seconds) =>
      seconds > 0 ? `Enviado de nuevo. Puedes reenviarlo en ${duration(seconds)}.` : 'Enviado de nuevo.',
    help: 'Ver cómo se hace',
    reconnect: 'Reconectar',
  },
  announcement: (heading, text) => `${heading}. ${text}`,
  working: 'Un momento…',
  offline: 'No tienes conexión. Continuaremos cuando la recuperes.',
  chunkFailed: {
    heading: 'No se pudo cargar este paso',
    text: 'Comprueba tu conexión e inténtalo de nuevo. Si no funciona, recarga la página.',
  },
  screenFailed: {
    heading: 'No se puede mostrar este paso',
    text: 'Algo ha fallado por nuestra parte. Inténtalo de nuevo o vuelve más tarde.',
  },
  preparing: { heading: 'Un momento…' },
  providers: { imap: { name: 'Otro correo', service: 'tu proveedor de correo', account: 'de correo' } },
  picker: {
    heading: 'Conectar una cuenta',
    search: 'Buscar',
    results: (count) => plural(count, { one: '# resultado', other: '# resultados' }),
    none: 'No hay cuentas que se puedan conectar.',
    empty: (query) => `No hay resultados para «${query}».`,
    kinds: { messaging: 'Mensajería', social: 'Redes sociales', email: 'Correo', calendar: 'Calendario' },
    connected: 'Conectada',
    methods: { form: 'Contraseña', qr: 'Código QR', consent: 'Página de acceso' },
  },
  outage: {
    unreachable: 'Ahora mismo no podemos conectar con nuestro servidor. Continuaremos cuando vuelva.',
    server: 'Nuestro servidor no funciona bien en este momento. Continuaremos cuando vuelva.',
  },
  notSent: 'No tienes conexión. Inténtalo de nuevo cuando la recuperes.',
  unavailable: { heading: 'No disponible en este momento' },
  retryIn: (seconds) => `Espera antes ${duration(seconds)}.`,
  tooOftenFor: (seconds) => `Demasiados intentos. Inténtalo de nuevo en ${duration(seconds)}.`,
  retryNow: 'Ya puedes intentarlo de nuevo.',
  wrongFields: (count) => plural(count, { one: 'Revisa # campo.', other: 'Revisa # campos.' }),
  introduction: {
    heading: (account, host) =>
      `Conectar ${account ? `tu cuenta ${ofAccount(account)}` : 'una cuenta'}${host ? ` a ${host}` : ''}`,
    reads: {
      messages: 'Lee tus mensajes y contactos',
      email: 'Lee tus correos y carpetas',
      calendar: 'Lee tus calendarios y eventos',
      mixed: 'Lee tus mensajes, correos y contactos',
    },
    sends: {
      messages: 'Puede enviar mensajes en tu nombre',
      email: 'Puede enviar correos en tu nombre',
      calendar: 'Puede crear y cambiar eventos',
      mixed: 'Puede enviar mensajes y correos en tu nombre',
    },
    disconnect: (host) => `Puedes desconectarla${host ? ` en ${host}` : ''} cuando quieras`,
  },
  brandLinks: { termsUrl: 'Términos', privacyUrl: 'Privacidad', helpUrl: 'Ayuda' },
  credentials: {
    heading: (provider, account) =>
      account ? `Vuelve a iniciar sesión en ${provider} como ${account}` : `Inicia sesión en ${provider}`,
    required: (name) => `Introduce ${name}.`,
    cookiesRequired: (name) => `Pega aquí ${name}.`,
    show: 'Mostrar contraseña',
    promise: (provider, host) =>
      `Se envía de forma segura a ${provider} y ${host ? `${host} ` : ''}nunca ${host ? 'lo guarda' : 'se guarda'}.`,
    submit: 'Iniciar sesión',
    method: 'Iniciar sesión con',
  },
  code: {
    heading: 'Introduce tu código de verificación',
    label: 'Código',
    otp: codeSentBy,
    otp_or_in_app: (provider, channel) =>
      `${codeSentBy(provider, channel)} También puedes aprobar el inicio de sesión en la app de ${provider}.`,
    two_factor: (provider, platform) =>
      platform === 'app'
        ? 'Encontrarás el código en tu app de autenticación.'
        : codeSentBy(provider, platform),
    waiting: 'Esperando tu aprobación…',
    incomplete: 'Introduce el código completo.',
    tooLong: (length) => `Es demasiado largo: el código tiene ${length} caracteres.`,
    notACode: 'Introduce solo el código.',
  },
  password: {
    heading: 'Introduce tu contraseña',
    text: 'Usa la contraseña de tu verificación en dos pasos.',
    label: 'Contraseña',
    incomplete: 'Introduce tu contraseña.',
    wrong: 'Esa contraseña no es correcta. Inténtalo de nuevo.',
  },
  in_app: {
    heading: 'Mira tu teléfono',
    text: (provider) => `Aprueba el inicio de sesión en la app de ${provider}.`,
  },
  qr: {
    heading: (provider) => `Escanea con ${provider}`,
    reconnect: (account) => `Usa el teléfono de ${account}.`,
    label: 'Código QR',
    samePhone: '¿Estás en el teléfono? Abre esta página en un ordenador para escanear el código.',
    freshFor: (seconds) => `Código nuevo en ${clock(seconds)}`,
    due: 'Llega un código nuevo…',
    renewed: 'Se muestra un código nuevo.',
    refresh: 'Mostrar un código nuevo',
  },
  loading: { heading: (provider) => `Esperando a ${provider}` },
  linked: { heading: (provider) => `Tu cuenta ${ofAccount(provider)} está conectada` },
  relinked: { heading: (provider) => `Tu cuenta ${ofAccount(provider)} vuelve a estar conectada` },
  duplicate: {
    heading: 'Ya está conectada',
    own: 'Ya habías conectado esta cuenta. Todo está listo.',
    broken: 'Esta cuenta ha perdido la conexión. Reconéctala para que siga al día.',
    other: (provider) => `Esta cuenta ${ofAccount(provider)} ya está conectada en otro sitio. Conecta otra.`,
  },
  restricted: {
    heading: 'Esta cuenta no se puede conectar',
    text: (provider) =>
      `${atStart(provider)} ha restringido esta cuenta. Contacta con el soporte o conecta otra.`,
    reason: 'Motivo',
    userId: 'ID de la cuenta',
  },
  mismatch: {
    heading: 'Es una cuenta distinta',
    text: (provider, account) =>
      account
        ? `Has iniciado sesión con otra cuenta. Inicia sesión como ${account}.`
        : `Has iniciado sesión con otra cuenta. Usa la cuenta ${ofAccount(provider)} que habías conectado.`,
  },
  canceled: {
    heading: 'Cancelado',
    text: 'No se ha conectado ninguna cuenta. Puedes empezar de nuevo.',
    elsewhere: 'Lo cancelaste en otra pestaña o en otro dispositivo. No se ha conectado ninguna cuenta.',
  },
  expired: {
    heading: 'Se ha agotado el tiempo',
    text: 'Por tu seguridad, el inicio de sesión ha caducado. Inténtalo de nuevo.',
  },
  failed: { heading: 'No ha funcionado' },
  errors: {
    invalid_request: notAccepted,
    session_missing: 'No hemos podido confirmar quién eres. Inténtalo de nuevo o recarga la página.',
    session_invalid: sessionEnded,
    session_expired: sessionEnded,
    session_unavailable: serverDown,
    intent_not_found: attemptEnded,
    intent_of_other_user:
      'Otra persona empezó este inicio de sesión, o ya no está abierto. Identifícate aquí como la misma persona o empieza el tuyo.',
    intent_ended: attemptEnded,
    resend_not_available: 'No podemos reenviarlo. Prueba de otra forma.',
    resend_too_soon: tooOften,
    no_other_way: 'No hay otra forma para esta cuenta. Continúa con esta o empieza de nuevo.',
    account_not_found: 'Esta cuenta ya no existe. Conéctala como una nueva.',
    invalid_credentials: 'El usuario o la contraseña no son correctos. Revisa ambos e inténtalo de nuevo.',
    invalid_code: 'Ese código no es correcto. Revísalo e inténtalo de nuevo.',
    captcha_rejected: 'La comprobación no se ha superado. Inténtalo de nuevo.',
    invalid_phone: 'No se ha aceptado ese número de teléfono. Revísalo e inténtalo de nuevo.',
    approval_declined: 'El inicio de sesión se rechazó en tu teléfono. Empieza de nuevo.',
    consent_denied: 'Se ha rechazado el acceso. Empieza de nuevo y permítelo.',
    consent_failed: 'El inicio de sesión del proveedor no ha funcionado. Empieza de nuevo.',
    consent_unconfirmed: finishHere,
    consent_elsewhere: finishHere,
    account_exists: 'Esta cuenta ya está conectada. Conecta otra.',
    account_restricted: 'El proveedor ha restringido esta cuenta. Conecta otra.',
    account_mismatch: 'Has iniciado sesión con otra cuenta. Empieza de nuevo con la de antes.',
    confirmation_pending: 'La cuenta aún no está confirmada. Inténtalo más tarde.',
    mail_settings_needed: 'No hemos encontrado tu servidor de correo. Introduce su configuración abajo.',
    mail_settings_invalid: 'Esta configuración no funciona. Revísala e inténtalo de nuevo.',
    app_password_needed:
      'Tu proveedor de correo exige una contraseña de aplicación. Crea una e introdúcela aquí.',
    provider_rate_limited: tooOften,
    sign_in_in_progress:
      'Ya hay otro inicio de sesión en curso en esta cuenta. Inténtalo de nuevo en un momento.',
    action_required:
      'El proveedor pide que primero inicies sesión en su propia app o web. Hazlo y vuelve a intentarlo.',
    subscription_required: 'Esta cuenta no tiene la suscripción necesaria. Conecta otra.',
    provider_not_supported: 'No está disponible en este momento. Elige otra forma u otro proveedor.',
    provider_unavailable: 'El proveedor no responde en este momento. Inténtalo más tarde.',
    upstream_unavailable: upstreamDown,
    upstream_timeout: upstreamDown,
    upstream_unreachable: upstreamDown,
    upstream_rate_limited: upstreamDown,
    network_unreachable: unreachable,
    network_timeout: unreachable,
    server_unavailable: serverDown,
    shutting_down: serverDown,
    captcha_not_supported: 'Esta comprobación no se puede mostrar aquí. Prueba de otra forma.',
    rate_limited: tooOften,
    internal_error: 'Algo ha fallado por nuestra parte. Inténtalo de nuevo.',
  },
  accounts: {
    label: 'Cuentas conectadas',
    loading: 'Cargando tus cuentas…',
    empty: 'Aún no hay cuentas conectadas.',
    unavailable: 'Ahora mismo no podemos mostrar tus cuentas.',
    outdated: 'Es posible que esta lista no esté al día.',
    reconnect: 'Reconectar',
    rename: {
      action: 'Cambiar nombre',
      form: (name) => `Cambiar el nombre de ${name}`,
      label: 'Nombre',
      help: (provider) => `Déjalo vacío para usar el nombre de ${provider}.`,
      save: 'Guardar',
      refused: 'El nombre no se ha cambiado.',
    },
    disconnect: {
      action: 'Desconectar',
      heading: (name) => `¿Desconectar ${name}?`,
      text: (provider) =>
        `Deja de funcionar aquí al momento. No se borra nada en ${provider} y puedes volver a conectarla cuando quieras.`,
      refused: 'La cuenta sigue conectada.',
    },
    changes: {
      connected: (name) => `${name}: cuenta conectada.`,
      removed: (name) => `${name}: cuenta desconectada.`,
      renamed: (before, name) => `${before} ahora se llama ${name}.`,
      status: (name, label) => `${name}: ${label}.`,
    },
  },
  accountStatus: {
    label: {
      running: 'Conectada',
      disconnected: 'Inicio de sesión necesario',
      errored: 'Interrumpida temporalmente',
      paused: 'En pausa',
      degraded: 'Funciona en parte',
      partial: 'Acceso limitado',
    },
    help: {
      disconnected: 'Se cerró tu sesión, por ejemplo, tras un cambio de contraseña.',
      errored: {
        provider: 'El proveedor tiene problemas. La reconectaremos automáticamente.',
        proxy: 'Su conexión tiene problemas. La reconectaremos automáticamente.',
        unipile: 'Nuestro servicio de conexión tiene problemas. La reconectaremos automáticamente.',
        other: 'La reconectaremos automáticamente.',
      },
      paused: 'La cuenta está en pausa y no se sincroniza. Contacta con el soporte para reanudarla.',
      degraded: (part) =>
        part && parts[part]
          ? `Tenemos problemas con ${parts[part]}. Seguiremos intentándolo.`
          : 'Partes de la cuenta no funcionan. Seguiremos intentándolo.',
      partial: (part) =>
        part && parts[part]
          ? `No podemos acceder a ${parts[part]}. Reconecta la cuenta para solucionarlo.`
          : 'No podemos acceder a toda la cuenta. Reconéctala para solucionarlo.',
    },
  },
  captcha: {
    heading: 'Comprobación de seguridad rápida',
    failed: 'No se pudo mostrar esta comprobación. Inténtalo de nuevo o prueba de otra forma.',
    slow: '¿No funciona? Recarga la comprobación o prueba de otra forma.',
    texts: { title: 'Captcha', idle: 'Soy humano', solving: 'Comprobando…', solved: 'Comprobado' },
  },
  contract: { heading: 'Elige un contrato' },
  challenge: { heading: 'Confirma que eres tú' },
  choice: { required: 'Selecciona una opción para continuar.' },
  consent: {
    heading: (provider) => `Conectar ${provider}`,
    text: (provider, account) =>
      account
        ? `Iniciarás sesión en ${provider} como ${account} y volverás aquí enseguida.`
        : `Iniciarás sesión en ${provider} y volverás aquí enseguida.`,
    open: (provider) => `Continuar con ${provider}`,
    elsewhere: 'Termina el inicio de sesión en la otra ventana.',
    again: 'Volver a abrir la ventana',
  },
  continueOnPhone: {
    open: 'Continuar en el teléfono',
    text: 'Escanea este código con la cámara del teléfono o abre allí el enlace. Inicia sesión con la misma cuenta.',
    here: 'Puedes dejar esta página abierta. Se actualiza sola.',
    code: 'Código QR del enlace',
    link: 'Enlace',
    copy: 'Copiar enlace',
    copied: 'Copiado',
    failed: 'No se pudo crear el enlace. Continúa aquí o inténtalo de nuevo.',
  },
  cookies: {
    unreadable: (site, name) =>
      `No podemos leer este texto. Pega el valor completo de la cookie ${name} de ${site} o una exportación completa de cookies.`,
    missing: (site, name) => `La cookie ${name} de ${site} no está entre estas. Pégala también.`,
    foreign: (site, other) => `Estas cookies son de ${other}. Pega las de ${site}.`,
  },
  fieldErrors: {
    required: (name) => `Introduce ${name}.`,
    invalid: 'No se ha aceptado este valor. Revísalo e inténtalo de nuevo.',
    too_long: 'Es demasiado largo. Revísalo e inténtalo de nuevo.',
    not_an_option: 'Elige una de las opciones.',
    not_a_number: (name) => `Introduce ${name} como un número entero.`,
    not_an_email: 'Introduce tu dirección de correo completa, como nombre@example.com.',
    cookie_missing: (_name, { cookie = '' }) => `Falta la cookie ${cookie}. Pégala también.`,
    cookie_refused:
      'Ha caducado o no es correcta. Pega una nueva de un navegador en el que tengas la sesión abierta.',
    password_refused: (_name, { side = '' }) =>
      side === 'smtp'
        ? 'El servidor de correo saliente ha rechazado este correo y esta contraseña. Revisa ambos.'
        : side === 'imap'
          ? 'El servidor de correo entrante ha rechazado este correo y esta contraseña. Revisa ambos.'
          : 'El servidor ha rechazado este correo y esta contraseña. Revisa ambos.',
    app_password_needed: 'Introduce aquí una contraseña de aplicación.',
    server_not_found: (name) => `No encontramos ${name}. Revisa el nombre.`,
    server_not_reachable: (name) => `No podemos conectar: revisa ${name} y el resto de la conexión.`,
    server_timeout: (name) => `El servidor no respondió a tiempo. Revisa ${name} y el resto de la conexión.`,
    encryption_failed: (name) => `El servidor no admite ${name} en este puerto. Elige otro.`,
    certificate_not_trusted: (name) =>
      `El certificado no es de confianza o es de otro nombre. Revisa ${name}.`,
    port_out_of_range: (name) => `Introduce ${name} como un número del 1 al 65535.`,
  },
  forms: {
    methods: {
      credentials: 'Correo y contraseña',
      'instagram.credentials': 'Usuario y contraseña',
      'twitter.credentials': 'Usuario y contraseña',
      cookies: 'Cookies del navegador',
      'instagram.cookies': 'Cookie del navegador',
      password: 'Correo y contraseña',
      manual: 'Configuración del servidor',
    },
    fields: {
      username: { label: 'Correo o teléfono', name: 'tu correo o teléfono' },
      'instagram.username': { label: 'Usuario, correo o teléfono', name: 'tu usuario, correo o teléfono' },
      'twitter.username': { label: 'Usuario, correo o teléfono', name: 'tu usuario, correo o teléfono' },
      user: { label: 'Correo', name: 'tu correo' },
      email: { label: 'Correo', name: 'tu correo' },
      password: { label: 'Contraseña', name: 'tu contraseña' },
      'linkedin.cookies': {
        label: 'Cookies',
        name: 'tus cookies',
        help: 'Pega la cookie li_at de linkedin.com, y li_a para Recruiter o Sales Navigator, o una exportación completa de cookies.',
      },
      'instagram.cookies': {
        label: 'Cookie',
        name: 'tu cookie',
        help: 'Pega la cookie sessionid de instagram.com o una exportación completa de cookies.',
      },
      imap_host: { label: 'Servidor', name: 'el servidor de correo entrante' },
      imap_port: { label: 'Puerto', name: 'el puerto de correo entrante' },
      imap_encryption: { label: 'Cifrado', name: 'el cifrado de correo entrante' },
      smtp_host: { label: 'Servidor', name: 'el servidor de correo saliente' },
      smtp_port: { label: 'Puerto', name: 'el puerto de correo saliente' },
      smtp_encryption: { label: 'Cifrado', name: 'el cifrado de correo saliente' },
    },
    groups: { imap: 'Correo entrante (IMAP)', smtp: 'Correo saliente (SMTP)' },
    options: { tls: 'TLS', starttls: 'STARTTLS', default: 'Automático' },
    nameInSentence: (label) => `el campo «${label}»`,
  },
  initialSync: {
    running: 'Importando tus mensajes… Puede tardar unos minutos.',
    completed: 'Importación completada.',
    failed: 'No se pudieron importar algunos mensajes. Lo reintentaremos automáticamente.',
    skip: 'Continuar sin esperar',
  },
  kindFilter: { label: 'Mostrar', all: 'Todo' },
  ownProxy: {
    open: 'Usar tu propio proxy',
    text: 'Conectaremos a través de este servidor, ahora y después. Si tienes dudas, déjalo vacío.',
    protocol: 'Tipo',
    host: 'Servidor',
    port: 'Puerto',
    username: 'Usuario',
    password: 'Contraseña del proxy',
    hostMissing: 'Introduce el servidor, como proxy.example.com.',
    portInvalid: 'Introduce un puerto entre 1 y 65535.',
    hostRefused: 'Este servidor no se puede usar. Revisa su nombre o déjalo vacío.',
    notAllowed: 'Aquí no puedes usar tu propio proxy. Déjalo vacío.',
    failed: 'Este proxy no ha funcionado. Revisa su configuración o déjala vacía.',
  },
  phone: {
    heading: 'Verifica tu número de teléfono',
    text: (provider) => `${atStart(provider)} te enviará un código.`,
    label: 'Número de teléfono',
    help: 'Incluye el prefijo del país, como +34 612 34 56 78.',
  },
  phoneField: { country: 'País', invalid: 'Este número parece incompleto. Revísalo.' },
  slow: {
    start: (provider) => `El inicio de sesión en ${provider} puede tardar hasta un minuto…`,
    answer: (provider) => `${atStart(provider)} tarda más de lo habitual en responder…`,
  },
  qrSteps: {
    whatsapp: [
      'Abre WhatsApp en tu teléfono',
      'Ve a Ajustes › Dispositivos vinculados',
      'Toca Vincular un dispositivo y apunta con el teléfono a esta pantalla',
    ],
    telegram: [
      'Abre Telegram en tu teléfono',
      'Ve a Ajustes › Dispositivos',
      'Toca Vincular ordenador y apunta con el teléfono a esta pantalla',
    ],
    google_messages: [
      'Abre Mensajes de Google en tu teléfono',
      'Toca tu foto › Vincular dispositivos',
      'Toca Lector de código QR y apunta con el teléfono a esta pantalla',
    ],
  },
  show: {
    kinds: {
      code: 'Introduce este código en tu teléfono',
      emoji: 'Toca este emoji en tu teléfono',
      number: 'Toca este número en tu teléfono',
      unknown: 'Usa esto en tu teléfono',
    },
    steps: {
      'whatsapp.code': [
        'Abre WhatsApp en tu teléfono',
        'Ve a Ajustes › Dispositivos vinculados',
        'Toca Vincular un dispositivo › Vincular con el número de teléfono',
        'Introduce este código',
      ],
      'google_messages.emoji': ['Abre Mensajes de Google en tu teléfono', 'Toca allí el mismo emoji'],
    },
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'No se pudo copiar. Selecciónalo y cópialo tú.',
    validFor: (seconds) => `Válido durante ${clock(seconds)}`,
    expired: 'Ha caducado. Pide uno nuevo.',
    refresh: 'Mostrar uno nuevo',
    renewed: 'Se muestra uno nuevo.',
    waiting: 'Esperando a tu teléfono…',
  },
  unsupported: {
    heading: 'Este paso no está disponible aquí',
    text: (provider) =>
      `${atStart(provider)} pide algo que no podemos mostrar. Empieza de nuevo o inténtalo más tarde.`,
    elsewhere: 'Continuar en otra página',
    nowhere: 'No hay otra página para esto. Empieza de nuevo.',
  },
}

/** After "cuenta": a brand needs a preposition. */
function ofAccount(provider: string): string {
  return provider.startsWith('de ') ? provider : `de ${provider}`
}
