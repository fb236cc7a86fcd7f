import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: 'Connecter votre compte',
  retry: 'Réessayer',
  continue: 'Continuer',
  cancel: 'Annuler',
  at: ' chez ',
  support: 'Contacter l’assistance',
  links: { termsUrl: 'Conditions', privacyUrl: 'Confidentialité', helpUrl: 'Aide' },
  back: (product) => `Revenir à ${product ?? 'l’application'}`,
  connectsTo: { before: 'Compte connecté pour ', after: '' },
  introduction: {
    connect: {
      asks: (product) => `${product} vous demande de connecter un compte`,
      heading: 'Connectez votre compte',
      before: 'Votre compte sera connecté pour ',
      after: '.',
    },
    reconnect: {
      asks: (product) => `${product} vous demande de reconnecter votre compte`,
      heading: 'Reconnectez votre compte',
      before: 'Votre compte sera reconnecté pour ',
      after: '.',
    },
    question:
      'Cette personne y aura accès. Ne continuez que s’il s’agit de vous ou de quelqu’un que vous connaissez.',
  },
  noLink: {
    heading: 'Ouvrez à nouveau votre lien',
    text: 'Cette page ne s’ouvre qu’à partir du lien que vous avez reçu. Ouvrez ce lien à nouveau dans ce navigateur.',
  },
  failed: { heading: 'Un problème est survenu', text: 'Réessayez dans un instant.' },
  outage: {
    offline: { heading: 'Vous êtes hors ligne', text: 'Cette page reprendra dès votre retour.' },
    unreachable: { heading: 'Notre serveur est injoignable', text: 'Cette page réessaie toute seule.' },
    server: { heading: 'Notre serveur rencontre un problème', text: 'Cette page réessaie toute seule.' },
  },
  leaving: { heading: 'Un instant…', text: 'Nous vous ramenons…' },
  linked: {
    heading: 'Votre compte est connecté',
    text: (product) =>
      product
        ? `Il est connecté à ${product}. Vous pouvez fermer cette page.`
        : 'Vous pouvez fermer cette page.',
  },
  notLinked: {
    heading: 'Votre compte n’a pas été connecté',
    text: 'Vous pouvez fermer cette page, ou rouvrir le lien pour réessayer.',
  },
  refusals: {
    link_not_found: {
      heading: 'Ce lien ne fonctionne pas',
      text: 'Vérifiez que vous avez ouvert l’adresse entière, ou demandez un nouveau lien.',
    },
    link_expired: {
      heading: 'Ce lien a expiré',
      text: 'Demandez un nouveau lien pour connecter votre compte.',
    },
    link_used: {
      heading: 'Ce lien a déjà été utilisé',
      text: 'Demandez un nouveau lien pour connecter un autre compte.',
    },
    link_revoked: {
      heading: 'Ce lien ne fonctionne plus',
      text: 'Il a été retiré. Si vous souhaitez toujours connecter votre compte, demandez un nouveau lien.',
    },
    link_in_use: {
      heading: 'Ce lien a été ouvert dans un autre navigateur',
      text: 'Revenez au navigateur ou à l’application où vous l’avez d’abord ouvert, ou demandez un nouveau lien.',
    },
    rate_limited: {
      heading: 'Trop de tentatives',
      text: 'Patientez quelques minutes, puis ouvrez à nouveau le lien.',
    },
    link_account_removed: {
      heading: 'Ce compte n’est plus connecté',
      text: 'Le lien servait à le reconnecter. Demandez un nouveau lien pour le connecter.',
    },
  },
}
