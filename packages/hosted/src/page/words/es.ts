import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: 'Conecta tu cuenta',
  retry: 'Reintentar',
  continue: 'Continuar',
  cancel: 'Cancelar',
  at: ' en ',
  support: 'Contactar con el soporte',
  links: { termsUrl: 'Términos', privacyUrl: 'Privacidad', helpUrl: 'Ayuda' },
  back: (product) => `Volver a ${product ?? 'la aplicación'}`,
  connectsTo: { before: 'Se conecta con ', after: '' },
  introduction: {
    connect: {
      asks: (product) => `${product} te pide que conectes una cuenta`,
      heading: 'Conecta tu cuenta',
      before: 'Tu cuenta se conectará con ',
      after: '.',
    },
    reconnect: {
      asks: (product) => `${product} te pide que reconectes tu cuenta`,
      heading: 'Reconecta tu cuenta',
      before: 'Tu cuenta volverá a conectarse con ',
      after: '.',
    },
    question: 'Esa persona tendrá acceso a ella. Continúa solo si eres tú o alguien que conoces.',
  },
  noLink: {
    heading: 'Vuelve a abrir tu enlace',
    text: 'Esta página solo se abre desde el enlace que recibiste. Ábrelo de nuevo en este navegador.',
  },
  failed: { heading: 'Algo ha fallado', text: 'Inténtalo de nuevo en un momento.' },
  outage: {
    offline: { heading: 'No tienes conexión', text: 'Esta página continuará cuando la recuperes.' },
    unreachable: {
      heading: 'No podemos conectar con nuestro servidor',
      text: 'Esta página lo reintenta sola.',
    },
    server: { heading: 'Nuestro servidor no funciona bien', text: 'Esta página lo reintenta sola.' },
  },
  leaving: { heading: 'Un momento…', text: 'Te llevamos de vuelta…' },
  linked: {
    heading: 'Tu cuenta está conectada',
    text: (product) =>
      product ? `Está conectada con ${product}. Puedes cerrar esta página.` : 'Puedes cerrar esta página.',
  },
  notLinked: {
    heading: 'Tu cuenta no se ha conectado',
    text: 'Puedes cerrar esta página o abrir el enlace otra vez para reintentarlo.',
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
