import type { PlainWords } from './plain-words.ts'

export const words: PlainWords = {
  support: 'Contacter l’assistance',
  continue: 'Continuer',
  back: (product) => `Revenir à ${product ?? 'l’application'}`,
  consent: {
    forged: {
      heading: 'Impossible d’ouvrir cette page',
      text: 'Cette adresse ne correspond à aucune de nos connexions. Rien n’a été modifié.',
    },
    expired: {
      heading: 'Cette connexion a expiré',
      text: (product) => `Elle a pris trop de temps. Revenez à ${product ?? 'l’application'} et recommencez.`,
    },
    used: {
      heading: 'Cette connexion est déjà terminée',
      text: (product) => `Revenez à ${product ?? 'l’application'} pour voir le résultat.`,
    },
    returned: {
      heading: (product) => `Vous pouvez revenir à ${product ?? 'l’application'}`,
      closes: 'Cette fenêtre se ferme toute seule.',
      stays: 'Vous pouvez fermer cette page.',
    },
  },
  wizard: {
    connect: {
      heading: 'Connectez votre compte',
      before: 'Le compte avec lequel vous vous identifiez sera connecté pour ',
      at: ' chez ',
      after: '.',
      sender: 'la personne qui vous a envoyé ce lien',
      question:
        'Cette personne y aura accès. Ne continuez que s’il s’agit de vous ou de quelqu’un que vous connaissez.',
      notOpened:
        'Ce lien a été ouvert dans un autre navigateur ou ne fonctionne plus. Demandez un nouveau lien.',
      offline: 'Un problème est survenu. Vérifiez votre connexion Internet et réessayez.',
    },
    waiting: { heading: 'Un instant…', text: 'Nous connectons votre compte.' },
    unknown: {
      heading: 'Impossible d’ouvrir cette page',
      text: 'Cette adresse ne correspond à aucun de nos liens. Rien n’a été modifié.',
    },
    unconfirmed: {
      heading: 'Votre compte n’a pas été connecté',
      text: 'Ce n’est pas le navigateur qui a ouvert le lien. Demandez un nouveau lien et ouvrez-le ici.',
    },
    pending: {
      heading: 'Presque terminé',
      text: (product) =>
        `Votre compte apparaîtra dans ${product ?? 'l’application'} dès sa confirmation. Vous pouvez fermer cette page.`,
    },
    linked: {
      heading: 'Votre compte est connecté',
      text: (product) =>
        product
          ? `Il est connecté à ${product}. Vous pouvez fermer cette page.`
          : 'Vous pouvez fermer cette page.',
    },
    notLinked: {
      heading: 'Votre compte n’a pas été connecté',
      text: 'Vous pouvez fermer cette page. Demandez un nouveau lien pour réessayer.',
    },
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
