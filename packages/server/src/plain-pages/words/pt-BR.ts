import type { PlainWords } from './plain-words.ts'

export const words: PlainWords = {
  support: 'Falar com o suporte',
  continue: 'Continuar',
  back: (product) => `Voltar para ${product ?? 'o app'}`,
  consent: {
    forged: {
      heading: 'Não é possível abrir esta página',
      text: 'O endereço não pertence a nenhum login nosso. Nada foi alterado.',
    },
    expired: {
      heading: 'Este login expirou',
      text: (product) => `Ele demorou demais. Volte para ${product ?? 'o app'} e comece de novo.`,
    },
    used: {
      heading: 'Este login já foi concluído',
      text: (product) => `Volte para ${product ?? 'o app'} para ver o resultado.`,
    },
    returned: {
      heading: (product) => `Você pode voltar para ${product ?? 'o app'}`,
      closes: 'Esta janela se fecha sozinha.',
      stays: 'Você pode fechar esta página.',
    },
  },
  wizard: {
    connect: {
      heading: 'Conecte sua conta',
      before: 'A conta em que você entrar será conectada com ',
      at: ' em ',
      after: '.',
      sender: 'a pessoa que enviou este link para você',
      question: 'Essa pessoa terá acesso à conta. Continue somente se for você ou alguém que você conhece.',
      notOpened: 'Este link foi aberto em outro navegador ou não funciona mais. Peça um novo link.',
      offline: 'Algo deu errado. Confira sua conexão com a internet e tente de novo.',
    },
    waiting: { heading: 'Só um momento…', text: 'Estamos conectando sua conta.' },
    unknown: {
      heading: 'Não é possível abrir esta página',
      text: 'O endereço não pertence a nenhum link nosso. Nada foi alterado.',
    },
    unconfirmed: {
      heading: 'Sua conta não foi conectada',
      text: 'O link não foi aberto neste navegador. Peça um novo link e abra-o aqui.',
    },
    pending: {
      heading: 'Quase pronto',
      text: (product) =>
        `Assim que for confirmada, sua conta vai aparecer em ${product ?? 'nosso app'}. Você pode fechar esta página.`,
    },
    linked: {
      heading: 'Sua conta está conectada',
      text: (product) =>
        product
          ? `Ela está conectada com ${product}. Você pode fechar esta página.`
          : 'Você pode fechar esta página.',
    },
    notLinked: {
      heading: 'Sua conta não foi conectada',
      text: 'Você pode fechar esta página. Peça um novo link para tentar outra vez.',
    },
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
