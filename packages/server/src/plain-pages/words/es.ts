import type { PlainWords } from './plain-words.ts'

export const words: PlainWords = {
  support: 'Contactar con el soporte',
  continue: 'Continuar',
  back: (product) => `Volver a ${product ?? 'la aplicación'}`,
  consent: {
    forged: {
      heading: 'No se puede abrir esta página',
      text: 'Su dirección no corresponde a ninguno de nuestros inicios de sesión. No ha cambiado nada.',
    },
    expired: {
      heading: 'Este inicio de sesión ha caducado',
      text: (product) => `Ha tardado demasiado. Vuelve a ${product ?? 'la aplicación'} y empieza de nuevo.`,
    },
    used: {
      heading: 'Este inicio de sesión ya ha terminado',
      text: (product) => `Vuelve a ${product ?? 'la aplicación'} para ver el resultado.`,
    },
    returned: {
      heading: (product) => `Ya puedes volver a ${product ?? 'la aplicación'}`,
      closes: 'Esta ventana se cierra sola.',
      stays: 'Puedes cerrar esta página.',
    },
  },
  wizard: {
    connect: {
      heading: 'Conecta tu cuenta',
      before: 'La cuenta con la que inicies sesión se conectará con ',
      at: ' en ',
      after: '.',
      sender: 'la persona que te ha enviado este enlace',
      question: 'Esa persona tendrá acceso a ella. Continúa solo si eres tú o alguien que conoces.',
      notOpened: 'Este enlace se abrió en otro navegador o ya no funciona. Pide un enlace nuevo.',
      offline: 'Algo ha fallado. Comprueba tu conexión a internet e inténtalo de nuevo.',
    },
    waiting: { heading: 'Un momento…', text: 'Estamos conectando tu cuenta.' },
    unknown: {
      heading: 'No se puede abrir esta página',
      text: 'Su dirección no corresponde a ninguno de nuestros enlaces. No ha cambiado nada.',
    },
    unconfirmed: {
      heading: 'Tu cuenta no se ha conectado',
      text: 'Este no es el navegador en el que se abrió el enlace. Pide un enlace nuevo y ábrelo aquí.',
    },
    pending: {
      heading: 'Ya casi está',
      text: (product) =>
        `Tu cuenta aparecerá en ${product ?? 'la aplicación'} en cuanto se confirme. Puedes cerrar esta página.`,
    },
    linked: {
      heading: 'Tu cuenta está conectada',
      text: (product) =>
        product ? `Está conectada con ${product}. Puedes cerrar esta página.` : 'Puedes cerrar esta página.',
    },
    notLinked: {
      heading: 'Tu cuenta no se ha conectado',
      text: 'Puedes cerrar esta página. Pide un enlace nuevo para intentarlo otra vez.',
    },
  },
  refusals: {
    link_not_found: {
      heading: 'Este enlace no funciona',
      text: 'Comprueba que has abierto la dirección completa o pide un enlace nuevo.',
    },
    link_expired: {
      heading: 'Este enlace ha caducado',
      text: 'Pide un enlace nuevo para conectar tu cuenta.',
    },
    link_used: {
      heading: 'Este enlace ya se ha usado',
      text: 'Pide un enlace nuevo para conectar otra cuenta.',
    },
    link_revoked: {
      heading: 'Este enlace ya no funciona',
      text: 'Se ha retirado. Si aún quieres conectar tu cuenta, pide un enlace nuevo.',
    },
    link_in_use: {
      heading: 'Este enlace se abrió en otro navegador',
      text: 'Vuelve al navegador o a la app donde lo abriste primero o pide un enlace nuevo.',
    },
    rate_limited: { heading: 'Demasiados intentos', text: 'Espera unos minutos y vuelve a abrir el enlace.' },
    link_account_removed: {
      heading: 'Esta cuenta ya no está conectada',
      text: 'El enlace era para reconectarla. Pide uno nuevo para volver a conectarla.',
    },
  },
}
