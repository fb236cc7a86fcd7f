import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: 'קישור החשבון שלך',
  retry: 'ניסיון נוסף',
  continue: 'המשך',
  cancel: 'ביטול',
  at: ' · ',
  support: 'פנייה לתמיכה',
  links: { termsUrl: 'תנאים', privacyUrl: 'פרטיות', helpUrl: 'עזרה' },
  back: (product) => `חזרה אל ${product ?? 'האפליקציה'}`,
  connectsTo: { before: 'מקושר אל ', after: '' },
  introduction: {
    connect: {
      asks: (product) => `בקשה מ-${product} לקישור חשבון`,
      heading: 'קישור החשבון שלך',
      before: 'החשבון שלך יקושר אל ',
      after: '.',
    },
    reconnect: {
      asks: (product) => `בקשה מ-${product} לקישור מחדש של החשבון`,
      heading: 'קישור החשבון שלך מחדש',
      before: 'החשבון שלך יקושר מחדש אל ',
      after: '.',
    },
    question: 'לצד הזה תהיה גישה לחשבון. יש להמשיך רק אם זה החשבון שלך או של מישהו מוכר.',
  },
  noLink: {
    heading: 'יש לפתוח שוב את הקישור',
    text: 'הדף הזה נפתח רק מהקישור שנשלח אליך. יש לפתוח אותו שוב בדפדפן הזה.',
  },
  failed: { heading: 'משהו השתבש', text: 'אפשר לנסות שוב בעוד רגע.' },
  outage: {
    offline: { heading: 'אין חיבור לאינטרנט', text: 'הדף ימשיך כשהחיבור יחזור.' },
    unreachable: { heading: 'לא ניתן להגיע לשרת שלנו', text: 'הדף מנסה שוב מעצמו.' },
    server: { heading: 'השרת שלנו לא פועל כראוי', text: 'הדף מנסה שוב מעצמו.' },
  },
  leaving: { heading: 'רק רגע…', text: 'כבר חוזרים…' },
  linked: {
    heading: 'החשבון שלך מקושר',
    text: (product) => (product ? `הוא מקושר אל ${product}. אפשר לסגור את הדף.` : 'אפשר לסגור את הדף.'),
  },
  notLinked: { heading: 'החשבון שלך לא קושר', text: 'אפשר לסגור את הדף, או לפתוח שוב את הקישור ולנסות.' },
  refusals: {
    link_not_found: {
      heading: 'הקישור הזה לא עובד',
      text: 'כדאי לבדוק שהכתובת המלאה נפתחה, או לבקש קישור חדש.',
    },
    link_expired: { heading: 'תוקף הקישור פג', text: 'יש לבקש קישור חדש כדי לקשר את החשבון.' },
    link_used: { heading: 'הקישור הזה כבר נוצל', text: 'יש לבקש קישור חדש כדי לקשר חשבון נוסף.' },
    link_revoked: {
      heading: 'הקישור הזה כבר לא פעיל',
      text: 'הוא בוטל. כדי לקשר את החשבון, יש לבקש קישור חדש.',
    },
    link_in_use: {
      heading: 'הקישור הזה נפתח בדפדפן אחר',
      text: 'יש לחזור לדפדפן או לאפליקציה שבהם הוא נפתח לראשונה, או לבקש קישור חדש.',
    },
    rate_limited: { heading: 'יותר מדי ניסיונות', text: 'יש להמתין כמה דקות ואז לפתוח שוב את הקישור.' },
    link_account_removed: {
      heading: 'החשבון הזה כבר לא מקושר',
      text: 'הקישור נועד לקשר אותו מחדש. יש לבקש קישור חדש.',
    },
  },
}
