import type { PlainWords } from './plain-words.ts'

export const words: PlainWords = {
  support: 'Support kontaktieren',
  continue: 'Weiter',
  back: (product) => `Zurück zu ${product ?? 'der App'}`,
  consent: {
    forged: {
      heading: 'Diese Seite lässt sich nicht öffnen',
      text: 'Die Adresse gehört zu keiner unserer Anmeldungen. Es wurde nichts geändert.',
    },
    expired: {
      heading: 'Diese Anmeldung ist abgelaufen',
      text: (product) =>
        `Sie hat zu lange gedauert. Kehren Sie zu ${product ?? 'der App'} zurück und beginnen Sie noch einmal.`,
    },
    used: {
      heading: 'Diese Anmeldung ist schon abgeschlossen',
      text: (product) => `Kehren Sie zu ${product ?? 'der App'} zurück, um das Ergebnis zu sehen.`,
    },
    returned: {
      heading: (product) => `Sie können zu ${product ?? 'der App'} zurückkehren`,
      closes: 'Dieses Fenster schließt sich von selbst.',
      stays: 'Sie können diese Seite schließen.',
    },
  },
  wizard: {
    connect: {
      heading: 'Verbinden Sie Ihr Konto',
      before: 'Das Konto, mit dem Sie sich anmelden, wird verbunden mit: ',
      at: ' bei ',
      after: '.',
      sender: 'der Person, von der Sie diesen Link haben',
      question:
        'Diese Person erhält Zugriff darauf. Fahren Sie nur fort, wenn Sie das selbst sind oder die Person kennen.',
      notOpened:
        'Dieser Link wurde in einem anderen Browser geöffnet oder funktioniert nicht mehr. Bitten Sie um einen neuen Link.',
      offline:
        'Etwas ist schiefgelaufen. Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
    },
    waiting: { heading: 'Einen Moment…', text: 'Ihr Konto wird verbunden.' },
    unknown: {
      heading: 'Diese Seite lässt sich nicht öffnen',
      text: 'Die Adresse gehört zu keinem unserer Links. Es wurde nichts geändert.',
    },
    unconfirmed: {
      heading: 'Ihr Konto wurde nicht verbunden',
      text: 'In diesem Browser wurde der Link nicht geöffnet. Bitten Sie um einen neuen Link und öffnen Sie ihn hier.',
    },
    pending: {
      heading: 'Fast fertig',
      text: (product) =>
        `Ihr Konto erscheint in ${product ?? 'der App'}, sobald es bestätigt ist. Sie können diese Seite schließen.`,
    },
    linked: {
      heading: 'Ihr Konto ist verbunden',
      text: (product) =>
        product
          ? `Es ist mit ${product} verbunden. Sie können diese Seite schließen.`
          : 'Sie können diese Seite schließen.',
    },
    notLinked: {
      heading: 'Ihr Konto wurde nicht verbunden',
      text: 'Sie können diese Seite schließen. Bitten Sie um einen neuen Link, um es noch einmal zu versuchen.',
    },
  },
  refusals: {
    link_not_found: {
      heading: 'Dieser Link funktioniert nicht',
      text: 'Prüfen Sie, ob Sie die ganze Adresse geöffnet haben, oder bitten Sie um einen neuen Link.',
    },
    link_expired: {
      heading: 'Dieser Link ist abgelaufen',
      text: 'Bitten Sie um einen neuen Link, um Ihr Konto zu verbinden.',
    },
    link_used: {
      heading: 'Dieser Link wurde schon verwendet',
      text: 'Bitten Sie um einen neuen Link, um ein weiteres Konto zu verbinden.',
    },
    link_revoked: {
      heading: 'Dieser Link funktioniert nicht mehr',
      text: 'Er wurde zurückgezogen. Wenn Sie Ihr Konto noch verbinden möchten, bitten Sie um einen neuen Link.',
    },
    link_in_use: {
      heading: 'Dieser Link wurde in einem anderen Browser geöffnet',
      text: 'Kehren Sie zu dem Browser oder der App zurück, wo Sie ihn zuerst geöffnet haben, oder bitten Sie um einen neuen Link.',
    },
    rate_limited: {
      heading: 'Zu viele Versuche',
      text: 'Warten Sie ein paar Minuten und öffnen Sie den Link dann noch einmal.',
    },
    link_account_removed: {
      heading: 'Dieses Konto ist nicht mehr verbunden',
      text: 'Der Link sollte es wieder verbinden. Bitten Sie um einen neuen Link, um es zu verbinden.',
    },
  },
}
