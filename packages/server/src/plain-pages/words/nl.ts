import type { PlainWords } from './plain-words.ts'

export const words: PlainWords = {
  support: 'Contact met support',
  continue: 'Doorgaan',
  back: (product) => `Terug naar ${product ?? 'de app'}`,
  consent: {
    forged: {
      heading: 'Deze pagina kan niet worden geopend',
      text: 'Het adres hoort niet bij een van onze aanmeldingen. Er is niets veranderd.',
    },
    expired: {
      heading: 'Deze aanmelding is verlopen',
      text: (product) => `Het duurde te lang. Ga terug naar ${product ?? 'de app'} en begin opnieuw.`,
    },
    used: {
      heading: 'Deze aanmelding is al afgerond',
      text: (product) => `Ga terug naar ${product ?? 'de app'} om het resultaat te zien.`,
    },
    returned: {
      heading: (product) => `Je kunt terug naar ${product ?? 'de app'}`,
      closes: 'Dit venster sluit vanzelf.',
      stays: 'Je kunt deze pagina sluiten.',
    },
  },
  wizard: {
    connect: {
      heading: 'Koppel je account',
      before: 'Het account waarmee je inlogt, wordt gekoppeld aan ',
      at: ' bij ',
      after: '.',
      sender: 'de persoon die je deze link heeft gestuurd',
      question: 'Deze persoon krijgt er toegang toe. Ga alleen door als jij dat bent, of iemand die je kent.',
      notOpened: 'Deze link is in een andere browser geopend of werkt niet meer. Vraag een nieuwe link.',
      offline: 'Er ging iets mis. Controleer je internetverbinding en probeer het opnieuw.',
    },
    waiting: { heading: 'Een ogenblik…', text: 'We koppelen je account.' },
    unknown: {
      heading: 'Deze pagina kan niet worden geopend',
      text: 'Het adres hoort niet bij een van onze links. Er is niets veranderd.',
    },
    unconfirmed: {
      heading: 'Je account is niet gekoppeld',
      text: 'De link is niet in deze browser geopend. Vraag een nieuwe link en open die hier.',
    },
    pending: {
      heading: 'Bijna klaar',
      text: (product) =>
        `Je account verschijnt in ${product ?? 'de app'} zodra het is bevestigd. Je kunt deze pagina sluiten.`,
    },
    linked: {
      heading: 'Je account is gekoppeld',
      text: (product) =>
        product
          ? `Het is gekoppeld aan ${product}. Je kunt deze pagina sluiten.`
          : 'Je kunt deze pagina sluiten.',
    },
    notLinked: {
      heading: 'Je account is niet gekoppeld',
      text: 'Je kunt deze pagina sluiten. Vraag een nieuwe link om het opnieuw te proberen.',
    },
  },
  refusals: {
    link_not_found: {
      heading: 'Deze link werkt niet',
      text: 'Controleer of je het hele adres hebt geopend of vraag een nieuwe link.',
    },
    link_expired: {
      heading: 'Deze link is verlopen',
      text: 'Vraag een nieuwe link om je account te koppelen.',
    },
    link_used: {
      heading: 'Deze link is al gebruikt',
      text: 'Vraag een nieuwe link om nog een account te koppelen.',
    },
    link_revoked: {
      heading: 'Deze link werkt niet meer',
      text: 'De link is ingetrokken. Vraag een nieuwe als je je account nog wilt koppelen.',
    },
    link_in_use: {
      heading: 'Deze link is in een andere browser geopend',
      text: 'Ga terug naar de browser of app waarin je hem eerst opende of vraag een nieuwe link.',
    },
    rate_limited: {
      heading: 'Te veel pogingen',
      text: 'Wacht een paar minuten en open de link dan opnieuw.',
    },
    link_account_removed: {
      heading: 'Dit account is niet meer gekoppeld',
      text: 'De link was bedoeld om het opnieuw te koppelen. Vraag een nieuwe link.',
    },
  },
}
