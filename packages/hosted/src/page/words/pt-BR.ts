import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: 'Conecte sua conta',
  retry: 'Tentar de novo',
  continue: 'Continuar',
  cancel: 'Cancelar',
  at: ' em ',
  support: 'Falar com o suporte',
  links: { termsUrl: 'Termos', privacyUrl: 'Privacidade', helpUrl: 'Ajuda' },
  back: (product) => `Voltar para ${product ?? 'o app'}`,
  connectsTo: { before: 'Conecta com ', after: '' },
  introduction: {
    connect: {
      asks: (product) => `${product} pede que você conecte uma conta`,
      heading: 'Conecte sua conta',
      before: 'Sua conta será conectada com ',
      after: '.',
    },
    reconnect: {
      asks: (product) => `${product} pede que você reconecte sua conta`,
      heading: 'Reconecte sua conta',
      before: 'Sua conta será reconectada com ',
      after: '.',
    },
    question: 'Essa pessoa terá acesso à conta. Continue somente se for você ou alguém que você conhece.',
  },
  noLink: {
    heading: 'Abra seu link de novo',
    text: 'Esta página só abre pelo link que você recebeu. Abra-o de novo neste navegador.',
  },
  failed: { heading: 'Algo deu errado', text: 'Tente de novo em instantes.' },
  outage: {
    offline: { heading: 'Você está sem internet', text: 'Esta página continua quando ela voltar.' },
    unreachable: {
      heading: 'Não conseguimos acessar nosso servidor',
      text: 'Esta página tenta de novo sozinha.',
    },
    server: {
      heading: 'Nosso servidor não está funcionando bem',
      text: 'Esta página tenta de novo sozinha.',
    },
  },
  leaving: { heading: 'Só um momento…', text: 'Levando você de volta…' },
  linked: {
    heading: 'Sua conta está conectada',
    text: (product) =>
      product
        ? `Ela está conectada com ${product}. Você pode fechar esta página.`
        : 'Você pode fechar esta página.',
  },
  notLinked: {
    heading: 'Sua conta não foi conectada',
    text: 'Você pode fechar esta página ou abrir o link de novo para tentar outra vez.',
  },
  refusals: {
    link_not_found: {
      heading: 'Este link não funciona',
      text: 'Confira se você abriu o endereço completo ou peça um novo link.',
    },
    link_expired: { heading: 'Este link expirou', text: 'Peça um novo link para conectar sua conta.' },
    link_used: { heading: 'Este link já foi usado', text: 'Peça um novo link para conectar outra conta.' },
    link_revoked: {
      heading: 'Este link não funciona mais',
      text: 'Ele foi cancelado. Se ainda quiser conectar sua conta, peça um novo link.',
    },
    link_in_use: {
      heading: 'Este link foi aberto em outro navegador',
      text: 'Volte ao navegador ou app em que você o abriu primeiro ou peça um novo link.',
    },
    rate_limited: { heading: 'Muitas tentativas', text: 'Espere alguns minutos e abra o link de novo.' },
    link_account_removed: {
      heading: 'Esta conta não está mais conectada',
      text: 'O link era para reconectá-la. Peça um novo link para conectá-la de novo.',
    },
  },
}
