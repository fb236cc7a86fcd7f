import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: 'Collega il tuo account',
  retry: 'Riprova',
  continue: 'Continua',
  cancel: 'Annulla',
  at: ' presso ',
  support: 'Contatta l’assistenza',
  links: { termsUrl: 'Termini', privacyUrl: 'Privacy', helpUrl: 'Aiuto' },
  back: (product) => (product ? `Torna a ${product}` : 'Torna all’app'),
  connectsTo: { before: 'Si collega a ', after: '' },
  introduction: {
    connect: {
      asks: (product) => `${product} ti chiede di collegare un account`,
      heading: 'Collega il tuo account',
      before: 'Il tuo account verrà collegato a ',
      after: '.',
    },
    reconnect: {
      asks: (product) => `${product} ti chiede di ricollegare il tuo account`,
      heading: 'Ricollega il tuo account',
      before: 'Il tuo account verrà ricollegato a ',
      after: '.',
    },
    question: 'Questa persona potrà accedervi. Continua solo se sei tu o qualcuno che conosci.',
  },
  noLink: {
    heading: 'Apri di nuovo il link',
    text: 'Questa pagina si apre solo dal link che hai ricevuto. Aprilo di nuovo in questo browser.',
  },
  failed: { heading: 'Qualcosa è andato storto', text: 'Riprova tra poco.' },
  outage: {
    offline: { heading: 'Sei offline', text: 'Questa pagina continuerà quando torni online.' },
    unreachable: {
      heading: 'Non riusciamo a raggiungere il nostro server',
      text: 'Questa pagina riprova da sola.',
    },
    server: { heading: 'Il nostro server non funziona bene', text: 'Questa pagina riprova da sola.' },
  },
  leaving: { heading: 'Un attimo…', text: 'Ti riportiamo indietro…' },
  linked: {
    heading: 'Il tuo account è collegato',
    text: (product) =>
      product ? `È collegato a ${product}. Puoi chiudere questa pagina.` : 'Puoi chiudere questa pagina.',
  },
  notLinked: {
    heading: 'Il tuo account non è stato collegato',
    text: 'Puoi chiudere questa pagina o riaprire il link per riprovare.',
  },
  refusals: {
    link_not_found: {
      heading: 'Questo link non funziona',
      text: 'Controlla di aver aperto l’indirizzo completo o chiedi un nuovo link.',
    },
    link_expired: {
      heading: 'Questo link è scaduto',
      text: 'Chiedi un nuovo link per collegare il tuo account.',
    },
    link_used: {
      heading: 'Questo link è già stato usato',
      text: 'Chiedi un nuovo link per collegare un altro account.',
    },
    link_revoked: {
      heading: 'Questo link non funziona più',
      text: 'È stato ritirato. Se vuoi ancora collegare il tuo account, chiedi un nuovo link.',
    },
    link_in_use: {
      heading: 'Questo link è stato aperto in un altro browser',
      text: 'Torna al browser o all’app in cui l’hai aperto la prima volta o chiedi un nuovo link.',
    },
    rate_limited: { heading: 'Troppi tentativi', text: 'Attendi qualche minuto, poi riapri il link.' },
    link_account_removed: {
      heading: 'Questo account non è più collegato',
      text: 'Il link serviva a ricollegarlo. Chiedi un nuovo link per collegarlo di nuovo.',
    },
  },
}
