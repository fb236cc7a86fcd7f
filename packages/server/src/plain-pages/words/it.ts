import type { PlainWords } from './plain-words.ts'

export const words: PlainWords = {
  support: 'Contatta l’assistenza',
  continue: 'Continua',
  back: (product) => (product ? `Torna a ${product}` : 'Torna all’app'),
  consent: {
    forged: {
      heading: 'Impossibile aprire questa pagina',
      text: 'L’indirizzo non corrisponde a nessuno dei nostri accessi. Non è cambiato nulla.',
    },
    expired: {
      heading: 'Questo accesso è scaduto',
      text: (product) =>
        product
          ? `Ha richiesto troppo tempo. Torna a ${product} e ricomincia.`
          : 'Ha richiesto troppo tempo. Torna all’app e ricomincia.',
    },
    used: {
      heading: 'Questo accesso è già terminato',
      text: (product) =>
        product ? `Torna a ${product} per vedere il risultato.` : 'Torna all’app per vedere il risultato.',
    },
    returned: {
      heading: (product) => (product ? `Puoi tornare a ${product}` : 'Puoi tornare all’app'),
      closes: 'Questa finestra si chiude da sola.',
      stays: 'Puoi chiudere questa pagina.',
    },
  },
  wizard: {
    connect: {
      heading: 'Collega il tuo account',
      before: 'L’account con cui accedi verrà collegato a ',
      at: ' presso ',
      after: '.',
      sender: 'chi ti ha inviato questo link',
      question: 'Questa persona potrà accedervi. Continua solo se sei tu o qualcuno che conosci.',
      notOpened: 'Questo link è stato aperto in un altro browser o non funziona più. Chiedi un nuovo link.',
      offline: 'Qualcosa è andato storto. Controlla la connessione a internet e riprova.',
    },
    waiting: { heading: 'Un attimo…', text: 'Stiamo collegando il tuo account.' },
    unknown: {
      heading: 'Impossibile aprire questa pagina',
      text: 'L’indirizzo non corrisponde a nessuno dei nostri link. Non è cambiato nulla.',
    },
    unconfirmed: {
      heading: 'Il tuo account non è stato collegato',
      text: 'Il link non è stato aperto in questo browser. Chiedi un nuovo link e aprilo qui.',
    },
    pending: {
      heading: 'Ci siamo quasi',
      text: (product) =>
        `Il tuo account comparirà ${product ? `in ${product}` : 'nell’app'} appena confermato. Puoi chiudere questa pagina.`,
    },
    linked: {
      heading: 'Il tuo account è collegato',
      text: (product) =>
        product ? `È collegato a ${product}. Puoi chiudere questa pagina.` : 'Puoi chiudere questa pagina.',
    },
    notLinked: {
      heading: 'Il tuo account non è stato collegato',
      text: 'Puoi chiudere questa pagina. Chiedi un nuovo link per riprovare.',
    },
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
