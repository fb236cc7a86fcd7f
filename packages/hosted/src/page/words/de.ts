import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: 'Konto verbinden',
  retry: 'Erneut versuchen',
  continue: 'Weiter',
  cancel: 'Abbrechen',
  at: ' bei ',
  support: 'Support kontaktieren',
  links: { termsUrl: 'AGB', privacyUrl: 'Datenschutz', helpUrl: 'Hilfe' },
  back: (product) => `Zurück zu ${product ?? 'der App'}`,
  connectsTo: { before: 'Wird verbunden mit: ', after: '' },
  introduction: {
    connect: {
      asks: (product) => `${product} bittet Sie, ein Konto zu verbinden`,
      heading: 'Verbinden Sie Ihr Konto',
      before: 'Ihr Konto wird verbunden mit: ',
      after: '.',
    },
    reconnect: {
      asks: (product) => `${product} bittet Sie, Ihr Konto wieder zu verbinden`,
      heading: 'Verbinden Sie Ihr Konto wieder',
      before: 'Ihr Konto wird wieder verbunden mit: ',
      after: '.',
    },
    question:
      'Diese Person erhält Zugriff darauf. Fahren Sie nur fort, wenn Sie das selbst sind oder die Person kennen.',
  },
  noLink: {
    heading: 'Öffnen Sie Ihren Link erneut',
    text: 'Diese Seite öffnet sich nur über den Link, den Sie erhalten haben. Öffnen Sie ihn in diesem Browser noch einmal.',
  },
  failed: { heading: 'Etwas ist schiefgelaufen', text: 'Versuchen Sie es gleich noch einmal.' },
  outage: {
    offline: {
      heading: 'Sie sind offline',
      text: 'Diese Seite macht weiter, sobald Sie wieder online sind.',
    },
    unreachable: {
      heading: 'Unser Server ist nicht erreichbar',
      text: 'Diese Seite versucht es von selbst erneut.',
    },
    server: {
      heading: 'Unser Server arbeitet nicht richtig',
      text: 'Diese Seite versucht es von selbst erneut.',
    },
  },
  leaving: { heading: 'Einen Moment…', text: 'Sie kommen gleich zurück…' },
  linked: {
    heading: 'Ihr Konto ist verbunden',
    text: (product) =>
      product
        ? `Es ist mit ${product} verbunden. Sie können diese Seite schließen.`
        : 'Sie können diese Seite schließen.',
  },
  notLinked: {
    heading: 'Ihr Konto wurde nicht verbunden',
    text: 'Sie können diese Seite schließen oder den Link noch einmal öffnen.',
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
