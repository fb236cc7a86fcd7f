import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: 'Koppel je account',
  retry: 'Opnieuw proberen',
  continue: 'Doorgaan',
  cancel: 'Annuleren',
  at: ' bij ',
  support: 'Contact met support',
  links: { termsUrl: 'Voorwaarden', privacyUrl: 'Privacy', helpUrl: 'Hulp' },
  back: (product) => `Terug naar ${product ?? 'de app'}`,
  connectsTo: { before: 'Wordt gekoppeld aan ', after: '' },
  introduction: {
    connect: {
      asks: (product) => `${product} vraagt je een account te koppelen`,
      heading: 'Koppel je account',
      before: 'Je account wordt gekoppeld aan ',
      after: '.',
    },
    reconnect: {
      asks: (product) => `${product} vraagt je je account opnieuw te koppelen`,
      heading: 'Koppel je account opnieuw',
      before: 'Je account wordt opnieuw gekoppeld aan ',
      after: '.',
    },
    question: 'Deze persoon krijgt er toegang toe. Ga alleen door als jij dat bent, of iemand die je kent.',
  },
  noLink: {
    heading: 'Open je link opnieuw',
    text: 'Deze pagina opent alleen via de link die je hebt gekregen. Open die link opnieuw in deze browser.',
  },
  failed: { heading: 'Er ging iets mis', text: 'Probeer het zo weer.' },
  outage: {
    offline: { heading: 'Je bent offline', text: 'Deze pagina gaat verder zodra je weer online bent.' },
    unreachable: {
      heading: 'We kunnen onze server niet bereiken',
      text: 'Deze pagina probeert het vanzelf opnieuw.',
    },
    server: { heading: 'Onze server werkt niet goed', text: 'Deze pagina probeert het vanzelf opnieuw.' },
  },
  leaving: { heading: 'Een ogenblik…', text: 'We brengen je terug…' },
  linked: {
    heading: 'Je account is gekoppeld',
    text: (product) =>
      product
        ? `Het is gekoppeld aan ${product}. Je kunt deze pagina sluiten.`
        : 'Je kunt deze pagina sluiten.',
  },
  notLinked: {
    heading: 'Je account is niet gekoppeld',
    text: 'Je kunt deze pagina sluiten of de link opnieuw openen.',
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
