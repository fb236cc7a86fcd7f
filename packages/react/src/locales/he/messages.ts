import type { Channel } from '@connect-account/core'
import { clock } from '../clock.ts'
import type { Messages } from '../messages.ts'
import { pluralsOf } from '../plural.ts'

const plural = pluralsOf('he')

const duration = (seconds: number) =>
  seconds < 60
    ? plural(seconds, { one: 'שנייה אחת', two: 'שתי שניות', other: '# שניות' })
    : plural(Math.ceil(seconds / 60), { one: 'דקה אחת', two: 'שתי דקות', other: '# דקות' })

/** A prefix is joined to a Hebrew word, and with a hyphen to a Latin one. */
const withPrefix = (prefix: string, word: string) =>
  /^\p{Script=Hebrew}/u.test(word) ? prefix + word : `${prefix}-${word}`

const channels: Record<Channel, string> = { email: 'בדוא״ל', sms: 'בהודעת טקסט', whatsapp: 'ב-WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `נשלח אליך קוד ${withPrefix('מ', provider)}${channel ? ` ${channels[channel]}` : ''}.`

const parts: Readonly<Record<string, string>> = {
  calendar: 'היומן',
  mail: 'הדוא״ל',
  messaging: 'ההודעות',
  recruiter: 'Recruiter',
  'sales navigator': 'Sales Navigator',
}

const notAccepted = 'הפרטים לא התקבלו. כדאי לבדוק ולנסות שוב.'
const sessionEnded = 'החיבור שלך הסתיים. יש לטעון מחדש את הדף, ולהתחבר שוב אם צריך.'
const unreachable = 'לא ניתן להגיע לשרת שלנו כרגע. אפשר לנסות שוב בעוד רגע.'
const serverDown = 'השרת שלנו לא פועל כראוי כרגע. אפשר לנסות שוב בעוד רגע.'
const upstreamDown = 'שירות הקישור שלנו לא מגיב כרגע. אפשר לנסות שוב בעוד כמה דקות.'
const tooOften = 'יותר מדי ניסיונות. אפשר לנסות שוב מאוחר יותר.'
const finishHere = 'ההתחברות לא הושלמה בדפדפן הזה, ולכן לא קושר חשבון. יש להתחיל מחדש.'
const attemptEnded = 'ההתחברות הזו הסתיימה. יש להתחיל מחדש.'

export const messages: Messages = {
  actions: {
    back: 'חזרה',
    cancel: 'ביטול',
    close: 'סגירה',
    continue: 'המשך',
    done: 'סיום',
    restart: 'התחלה מחדש',
    retry: 'ניסיון נוסף',
    anotherWay: 'דרך אחרת',
    another: 'קישור חשבון נוסף',
    resend: 'שליחה חוזרת',
    resendIn: (seconds) => `שליחה חוזרת בעוד ${clock(seconds)}`,
    sentResendIn: (seconds) => `נשלח. שליחה חוזרת בעוד ${clock(seconds)}`,
    resent: (seconds) => (seconds > 0 ? `נשלח שוב. אפשר לשלוח שוב בעוד ${duration(seconds)}.` : 'נשלח שוב.'),
    help: 'איך עושים את זה',
    reconnect: 'קישור מחדש',
  },
  announcement: (heading, text) => `${heading}. ${text}`,
  working: 'רגע…',
  offline: 'אין חיבור לאינטרנט. נמשיך כשהחיבור יחזור.',
  chunkFailed: {
    heading: 'לא הצלחנו לטעון את השלב הזה',
    text: 'כדאי לבדוק את החיבור ולנסות שוב. אם זה לא עוזר, יש לטעון מחדש את הדף.',
  },
  screenFailed: {
    heading: 'לא ניתן להציג את השלב הזה',
    text: 'משהו השתבש אצלנו. אפשר לנסות שוב, או לחזור מאוחר יותר.',
  },
  preparing: { heading: 'רק רגע…' },
  providers: { imap: { name: 'דוא״ל אחר', service: 'ספק הדוא״ל שלך', account: 'דוא״ל' } },
  picker: {
    heading: 'קישור חשבון',
    search: 'חיפוש',
    results: (count) => plural(count, { one: 'תוצאה אחת', two: 'שתי תוצאות', other: '# תוצאות' }),
    none: 'אין חשבונות שאפשר לקשר.',
    empty: (query) => `אין תוצאות עבור „${query}”.`,
    kinds: { messaging: 'הודעות', social: 'רשתות חברתיות', email: 'דוא״ל', calendar: 'יומן' },
    connected: 'מקושר',
    methods: { form: 'סיסמה', qr: 'קוד QR', consent: 'דף הכניסה' },
  },
  outage: {
    unreachable: 'לא ניתן להגיע לשרת שלנו כרגע. נמשיך כשהוא יחזור.',
    server: 'השרת שלנו לא פועל כראוי כרגע. נמשיך כשהוא יחזור.',
  },
  notSent: 'אין חיבור לאינטרנט. אפשר לנסות שוב כשהחיבור יחזור.',
  unavailable: { heading: 'לא זמין כרגע' },
  retryIn: (seconds) => `קודם יש להמתין ${duration(seconds)}.`,
  tooOftenFor: (seconds) => `יותר מדי ניסיונות. אפשר לנסות שוב בעוד ${duration(seconds)}.`,
  retryNow: 'אפשר לנסות שוב עכשיו.',
  wrongFields: (count) =>
    plural(count, { one: 'יש לבדוק שדה אחד.', two: 'יש לבדוק שני שדות.', other: 'יש לבדוק # שדות.' }),
  introduction: {
    heading: (account, host) =>
      `קישור ${account ? `חשבון ה${hyphened(account)} שלך` : 'חשבון'}${host ? ` ${withPrefix('ל', host)}` : ''}`,
    reads: {
      messages: 'קריאת ההודעות ואנשי הקשר',
      email: 'קריאת הדוא״ל והתיקיות',
      calendar: 'קריאת היומנים והאירועים',
      mixed: 'קריאת ההודעות, הדוא״ל ואנשי הקשר',
    },
    sends: {
      messages: 'שליחת הודעות בשמך',
      email: 'שליחת דוא״ל בשמך',
      calendar: 'יצירה ושינוי של אירועים',
      mixed: 'שליחת הודעות ודוא״ל בשמך',
    },
    disconnect: (host) => `אפשר לנתק את החשבון${host ? ` ${withPrefix('ב', host)}` : ''} בכל עת`,
  },
  brandLinks: { termsUrl: 'תנאים', privacyUrl: 'פרטיות', helpUrl: 'עזרה' },
  credentials: {
    heading: (provider, account) =>
      account
        ? `התחברות מחדש ${withPrefix('ל', provider)} בתור ${account}`
        : `התחברות ${withPrefix('ל', provider)}`,
    required: (name) => `יש להזין ${name}.`,
    cookiesRequired: (name) => `יש להדביק כאן ${name}.`,
    show: 'הצגת הסיסמה',
    promise: (provider, host) =>
      `נשלח באופן מאובטח ${withPrefix('ל', provider)}, ולעולם לא נשמר${host ? ` ${withPrefix('ב', host)}` : ''}.`,
    submit: 'התחברות',
    method: 'התחברות באמצעות',
  },
  code: {
    heading: 'הזנת קוד האימות',
    label: 'קוד',
    otp: codeSentBy,
    otp_or_in_app: (provider, channel) =>
      `${codeSentBy(provider, channel)} אפשר גם לאשר את ההתחברות באפליקציה של ${provider}.`,
    two_factor: (provider, platform) =>
      platform === 'app' ? 'הקוד נמצא באפליקציית האימות שלך.' : codeSentBy(provider, platform),
    waiting: 'בהמתנה לאישור שלך…',
    incomplete: 'יש להזין את הקוד המלא.',
    tooLong: (length) => `זה ארוך מדי: בקוד יש ${length} תווים.`,
    notACode: 'יש להזין רק את הקוד.',
  },
  password: {
    heading: 'הזנת הסיסמה',
    text: 'יש להשתמש בסיסמה של האימות הדו-שלבי.',
    label: 'סיסמה',
    incomplete: 'יש להזין סיסמה.',
    wrong: 'הסיסמה אינה נכונה. אפשר לנסות שוב.',
  },
  in_app: {
    heading: 'כדאי להציץ בטלפון',
    text: (provider) => `יש לאשר את ההתחברות באפליקציה של ${provider}.`,
  },
  qr: {
    heading: (provider) => `סריקה באמצעות ${provider}`,
    reconnect: (account) => `יש להשתמש בטלפון של ${account}.`,
    label: 'קוד QR',
    samePhone: 'הדף פתוח בטלפון? כדי לסרוק את הקוד, יש לפתוח אותו במחשב.',
    freshFor: (seconds) => `קוד חדש בעוד ${clock(seconds)}`,
    due: 'קוד חדש בדרך…',
    renewed: 'מוצג קוד חדש.',
    refresh: 'הצגת קוד חדש',
  },
  loading: { heading: (provider) => `בהמתנה ${withPrefix('ל', provider)}` },
  linked: { heading: (provider) => `חשבון ה${hyphened(provider)} שלך מקושר` },
  relinked: { heading: (provider) => `חשבון ה${hyphened(provider)} שלך קושר מחדש` },
  duplicate: {
    heading: 'כבר מקושר',
    own: 'החשבון הזה כבר קושר בעבר. הכול מוכן.',
    broken: 'החיבור של החשבון הזה אבד. קישור מחדש ישמור אותו מעודכן.',
    other: (provider) => `חשבון ה${hyphened(provider)} הזה כבר מקושר במקום אחר. יש לקשר חשבון אחר.`,
  },
  restricted: {
    heading: 'לא ניתן לקשר את החשבון הזה',
    text: (provider) => `החשבון הוגבל על ידי ${provider}. אפשר לפנות לתמיכה, או לקשר חשבון אחר.`,
    reason: 'סיבה',
    userId: 'מזהה החשבון',
  },
  mismatch: {
    heading: 'זה חשבון אחר',
    text: (provider, account) =>
      account
        ? `התחברת עם חשבון אחר. יש להתחבר בתור ${account}.`
        : `התחברת עם חשבון אחר. יש להתחבר עם חשבון ה${hyphened(provider)} שהיה מקושר.`,
  },
  canceled: {
    heading: 'בוטל',
    text: 'לא קושר אף חשבון. אפשר להתחיל מחדש.',
    elsewhere: 'הפעולה בוטלה בכרטיסייה אחרת או במכשיר אחר. לא קושר אף חשבון.',
  },
  expired: { heading: 'זה נמשך יותר מדי זמן', text: 'למען ביטחונך, תוקף ההתחברות פג. אפשר לנסות שוב.' },
  failed: { heading: 'זה לא הצליח' },
  errors: {
    invalid_request: notAccepted,
    session_missing: 'לא הצלחנו לאמת מי מחובר כאן. אפשר לנסות שוב, או לטעון מחדש את הדף.',
    session_invalid: sessionEnded,
    session_expired: sessionEnded,
    session_unavailable: serverDown,
    intent_not_found: attemptEnded,
    intent_of_other_user:
      'מישהו אחר התחיל את ההתחברות הזו, או שהיא כבר לא פתוחה. יש להתחבר כאן באותו שם, או להתחיל התחברות משלך.',
    intent_ended: attemptEnded,
    resend_not_available: 'לא ניתן לשלוח שוב. אפשר לנסות דרך אחרת.',
    resend_too_soon: tooOften,
    no_other_way: 'אין דרך אחרת לחשבון הזה. אפשר להמשיך כך, או להתחיל מחדש.',
    account_not_found: 'החשבון הזה כבר לא קיים. אפשר לקשר אותו כחשבון חדש.',
    invalid_credentials: 'שם המשתמש או הסיסמה אינם נכונים. כדאי לבדוק את שניהם ולנסות שוב.',
    invalid_code: 'הקוד אינו נכון. כדאי לבדוק אותו ולנסות שוב.',
    captcha_rejected: 'הבדיקה לא עברה. אפשר לנסות שוב.',
    invalid_phone: 'מספר הטלפון לא התקבל. כדאי לבדוק אותו ולנסות שוב.',
    approval_declined: 'ההתחברות נדחתה בטלפון שלך. יש להתחיל מחדש.',
    consent_denied: 'הגישה נדחתה. יש להתחיל מחדש ולאשר אותה.',
    consent_failed: 'ההתחברות אצל הספק לא הצליחה. יש להתחיל מחדש.',
    consent_unconfirmed: finishHere,
    consent_elsewhere: finishHere,
    account_exists: 'החשבון הזה כבר מקושר. יש לקשר חשבון אחר.',
    account_restricted: 'הספק הגביל את החשבון הזה. יש לקשר חשבון אחר.',
    account_mismatch: 'התחברת עם חשבון אחר. יש להתחיל מחדש עם החשבון הקודם.',
    confirmation_pending: 'החשבון עדיין לא אושר. אפשר לנסות שוב מאוחר יותר.',
    mail_settings_needed: 'לא מצאנו את שרת הדוא״ל שלך. יש להזין את ההגדרות שלו למטה.',
    mail_settings_invalid: 'ההגדרות האלה לא עובדות. כדאי לבדוק אותן ולנסות שוב.',
    app_password_needed: 'ספק הדוא״ל שלך דורש סיסמת אפליקציה. יש ליצור אחת ולהזין אותה כאן.',
    provider_rate_limited: tooOften,
    sign_in_in_progress: 'התחברות אחרת לחשבון הזה כבר מתבצעת. אפשר לנסות שוב בעוד רגע.',
    action_required: 'הספק מבקש להתחבר קודם באפליקציה או באתר שלו. אחרי זה אפשר לנסות שוב.',
    subscription_required: 'לחשבון הזה אין המינוי הדרוש. אפשר לקשר חשבון אחר.',
    provider_not_supported: 'האפשרות הזו לא זמינה כרגע. אפשר לבחור דרך אחרת או ספק אחר.',
    provider_unavailable: 'הספק לא מגיב כרגע. אפשר לנסות שוב מאוחר יותר.',
    upstream_unavailable: upstreamDown,
    upstream_timeout: upstreamDown,
    upstream_unreachable: upstreamDown,
    upstream_rate_limited: upstreamDown,
    network_unreachable: unreachable,
    network_timeout: unreachable,
    server_unavailable: serverDown,
    shutting_down: serverDown,
    captcha_not_supported: 'לא ניתן להציג את הבדיקה הזו כאן. אפשר לנסות דרך אחרת.',
    rate_limited: tooOften,
    internal_error: 'משהו השתבש אצלנו. אפשר לנסות שוב.',
  },
  accounts: {
    label: 'חשבונות מקושרים',
    loading: 'החשבונות שלך נטענים…',
    empty: 'עדיין אין חשבונות מקושרים.',
    unavailable: 'לא ניתן להציג את החשבונות שלך כרגע.',
    outdated: 'ייתכן שהרשימה הזו אינה עדכנית.',
    reconnect: 'קישור מחדש',
    rename: {
      action: 'שינוי שם',
      form: (name) => `שינוי השם של ${name}`,
      label: 'שם',
      help: (provider) => `אפשר להשאיר ריק כדי להשתמש בשם ${withPrefix('מ', provider)}.`,
      save: 'שמירה',
      refused: 'השם לא שונה.',
    },
    disconnect: {
      action: 'ניתוק',
      heading: (name) => `לנתק את ${name}?`,
      text: (provider) =>
        `החשבון יפסיק לפעול כאן מיד. שום דבר לא יימחק ${withPrefix('ב', provider)}, ואפשר לקשר אותו שוב בכל עת.`,
      refused: 'החשבון עדיין מקושר.',
    },
    changes: {
      connected: (name) => `החשבון ${name} מקושר.`,
      removed: (name) => `החשבון ${name} כבר לא מקושר.`,
      renamed: (before, name) => `השם ${before} השתנה לשם ${name}.`,
      status: (name, label) => `${name}: ${label}.`,
    },
  },
  accountStatus: {
    label: {
      running: 'מקושר',
      disconnected: 'נדרשת התחברות',
      errored: 'מופסק זמנית',
      paused: 'מושהה',
      degraded: 'פועל חלקית',
      partial: 'גישה מוגבלת',
    },
    help: {
      disconnected: 'החשבון נותק, למשל לאחר שינוי סיסמה.',
      errored: {
        provider: 'יש בעיות אצל הספק. נקשר מחדש באופן אוטומטי.',
        proxy: 'יש בעיות בחיבור של החשבון. נקשר מחדש באופן אוטומטי.',
        unipile: 'יש בעיות בשירות הקישור שלנו. נקשר מחדש באופן אוטומטי.',
        other: 'נקשר מחדש באופן אוטומטי.',
      },
      paused: 'החשבון מושהה ואינו מסתנכרן. אפשר לפנות לתמיכה כדי לחדש אותו.',
      degraded: (part) =>
        part && parts[part]
          ? `יש לנו בעיה עם ${parts[part]}. נמשיך לנסות.`
          : 'חלקים מהחשבון אינם פועלים. נמשיך לנסות.',
      partial: (part) =>
        part && parts[part]
          ? `אין לנו גישה אל ${parts[part]}. קישור מחדש יפתור את זה.`
          : 'אין לנו גישה לכל החשבון. קישור מחדש יפתור את זה.',
    },
  },
  captcha: {
    heading: 'בדיקת אבטחה קצרה',
    failed: 'לא הצלחנו להציג את הבדיקה. אפשר לנסות שוב, או לנסות דרך אחרת.',
    slow: 'זה לא עובד? אפשר לטעון מחדש את הבדיקה, או לנסות דרך אחרת.',
    texts: { title: 'בדיקת אבטחה', idle: 'אני לא רובוט', solving: 'בבדיקה…', solved: 'נבדק' },
  },
  contract: { heading: 'בחירת חוזה' },
  challenge: { heading: 'אימות הזהות שלך' },
  choice: { required: 'יש לבחור אפשרות כדי להמשיך.' },
  consent: {
    heading: (provider) => `קישור ${provider}`,
    text: (provider, account) =>
      account
        ? `ההתחברות ${withPrefix('ל', provider)} תהיה בתור ${account}, ואחריה חוזרים לכאן.`
        : `ההתחברות היא ${withPrefix('ב', provider)}, ואחריה חוזרים לכאן.`,
    open: (provider) => `המשך עם ${provider}`,
    elsewhere: 'יש להשלים את ההתחברות בחלון האחר.',
    again: 'פתיחת החלון מחדש',
  },
  continueOnPhone: {
    open: 'המשך בטלפון',
    text: 'אפשר לסרוק את הקוד הזה במצלמת הטלפון, או לפתוח שם את הקישור. יש להתחבר עם אותו חשבון.',
    here: 'אפשר להשאיר את הדף הזה פתוח. הוא מתעדכן מעצמו.',
    code: 'קוד QR של הקישור',
    link: 'קישור',
    copy: 'העתקת הקישור',
    copied: 'הועתק',
    failed: 'לא הצלחנו ליצור את הקישור. אפשר להמשיך כאן, או לנסות שוב.',
  },
  cookies: {
    unreadable: (site, name) =>
      `לא ניתן לקרוא את הטקסט. יש להדביק את הערך המלא של קובץ ה-Cookie בשם ${name} מ-${site}, או ייצוא מלא של קובצי Cookie.`,
    missing: (site, name) => `קובץ ה-Cookie בשם ${name} מ-${site} אינו ביניהם. יש להדביק גם אותו.`,
    foreign: (site, other) => `קובצי ה-Cookie האלה הם מ-${other}. יש להדביק את אלה מ-${site}.`,
  },
  fieldErrors: {
    required: (name) => `יש להזין ${name}.`,
    invalid: 'הערך לא התקבל. כדאי לבדוק אותו ולנסות שוב.',
    too_long: 'זה ארוך מדי. כדאי לבדוק ולנסות שוב.',
    not_an_option: 'יש לבחור אחת מהאפשרויות.',
    not_a_number: (name) => `יש להזין ${name} כמספר שלם.`,
    not_an_email: 'יש להזין כתובת דוא״ל מלאה, כמו name@example.com.',
    cookie_missing: (_name, { cookie = '' }) => `קובץ ה-Cookie בשם ${cookie} חסר. יש להדביק גם אותו.`,
    cookie_refused: 'תוקפו פג או שאינו נכון. יש להדביק חדש מדפדפן שבו החשבון מחובר.',
    password_refused: (_name, { side = '' }) =>
      side === 'smtp'
        ? 'שרת הדוא״ל היוצא דחה את הכתובת והסיסמה. כדאי לבדוק את שתיהן.'
        : side === 'imap'
          ? 'שרת הדוא״ל הנכנס דחה את הכתובת והסיסמה. כדאי לבדוק את שתיהן.'
          : 'השרת דחה את הכתובת והסיסמה. כדאי לבדוק את שתיהן.',
    app_password_needed: 'יש להזין כאן סיסמת אפליקציה.',
    server_not_found: (name) => `לא מצאנו: ${name}. כדאי לבדוק את השם.`,
    server_not_reachable: (name) => `אין תגובה: ${name}. כדאי לבדוק את השרת ואת היציאה.`,
    server_timeout: (name) => `לא הגיעה תגובה בזמן: ${name}. כדאי לבדוק את השרת ואת היציאה.`,
    encryption_failed: (name) => `השרת אינו תומך בזה ביציאה הזו: ${name}. יש לבחור הצפנה אחרת.`,
    certificate_not_trusted: (name) => `האישור אינו מהימן או שייך לשם אחר: ${name}. כדאי לבדוק את השם.`,
    port_out_of_range: (name) => `יש להזין ${name} כמספר בין 1 ל-65535.`,
  },
  forms: {
    methods: {
      credentials: 'דוא״ל וסיסמה',
      'instagram.credentials': 'שם משתמש וסיסמה',
      'twitter.credentials': 'שם משתמש וסיסמה',
      cookies: 'קובצי Cookie מהדפדפן',
      'instagram.cookies': 'קובץ Cookie מהדפדפן',
      password: 'דוא״ל וסיסמה',
      manual: 'הגדרות השרת',
    },
    fields: {
      username: { label: 'דוא״ל או טלפון', name: 'כתובת דוא״ל או מספר טלפון' },
      'instagram.username': {
        label: 'שם משתמש, דוא״ל או טלפון',
        name: 'שם משתמש, כתובת דוא״ל או מספר טלפון',
      },
      'twitter.username': {
        label: 'שם משתמש, דוא״ל או טלפון',
        name: 'שם משתמש, כתובת דוא״ל או מספר טלפון',
      },
      user: { label: 'דוא״ל', name: 'כתובת דוא״ל' },
      email: { label: 'דוא״ל', name: 'כתובת דוא״ל' },
      password: { label: 'סיסמה' },
      'linkedin.cookies': {
        label: 'קובצי Cookie',
        help: 'יש להדביק את li_at מ-linkedin.com, ועבור Recruiter או Sales Navigator גם את li_a, או ייצוא מלא של קובצי Cookie.',
      },
      'instagram.cookies': {
        label: 'קובץ Cookie',
        help: 'יש להדביק את sessionid מ-instagram.com, או ייצוא מלא של קובצי Cookie.',
      },
      imap_host: { label: 'שרת', name: 'שרת דוא״ל נכנס' },
      imap_port: { label: 'יציאה', name: 'יציאה לדוא״ל נכנס' },
      imap_encryption: { label: 'הצפנה', name: 'הצפנה לדוא״ל נכנס' },
      smtp_host: { label: 'שרת', name: 'שרת דוא״ל יוצא' },
      smtp_port: { label: 'יציאה', name: 'יציאה לדוא״ל יוצא' },
      smtp_encryption: { label: 'הצפנה', name: 'הצפנה לדוא״ל יוצא' },
    },
    groups: { imap: 'דוא״ל נכנס (IMAP)', smtp: 'דוא״ל יוצא (SMTP)' },
    options: { tls: 'TLS', starttls: 'STARTTLS', default: 'אוטומטי' },
    nameInSentence: (label) => label,
  },
  initialSync: {
    running: 'ההודעות שלך מיובאות… זה עשוי להימשך כמה דקות.',
    completed: 'הייבוא הושלם.',
    failed: 'לא הצלחנו לייבא חלק מההודעות. ננסה שוב באופן אוטומטי.',
    skip: 'המשך בלי לחכות',
  },
  kindFilter: { label: 'הצגה', all: 'הכול' },
  ownProxy: {
    open: 'שימוש בשרת Proxy משלך',
    text: 'נקשר את החשבון דרך השרת הזה, עכשיו ובהמשך. לא בטוח? אפשר להשאיר ריק.',
    protocol: 'סוג',
    host: 'שרת',
    port: 'יציאה',
    username: 'שם משתמש',
    password: 'סיסמת ה-Proxy',
    hostMissing: 'יש להזין שרת, כמו proxy.example.com.',
    portInvalid: 'יש להזין יציאה בין 1 ל-65535.',
    hostRefused: 'לא ניתן להשתמש בשרת הזה. כדאי לבדוק את השם, או להשאיר ריק.',
    notAllowed: 'לא ניתן להשתמש כאן בשרת Proxy משלך. יש להשאיר ריק.',
    failed: 'שרת ה-Proxy לא פעל. כדאי לבדוק את ההגדרות, או להשאיר אותן ריקות.',
  },
  phone: {
    heading: 'אימות מספר הטלפון',
    text: (provider) => `יישלח אליך קוד ${withPrefix('מ', provider)}.`,
    label: 'מספר טלפון',
    help: 'כולל קידומת המדינה, כמו ‎+972 50-123-4567.',
  },
  phoneField: { country: 'מדינה', invalid: 'נראה שהמספר אינו מלא. כדאי לבדוק אותו.' },
  slow: {
    start: (provider) => `ההתחברות ${withPrefix('ל', provider)} עשויה להימשך עד דקה…`,
    answer: (provider) => `התגובה של ${provider} נמשכת יותר מהרגיל…`,
  },
  qrSteps: {
    whatsapp: [
      'פותחים את WhatsApp בטלפון',
      'עוברים אל הגדרות › מכשירים מקושרים',
      'מקישים על „קישור מכשיר” ומכוונים את הטלפון אל המסך הזה',
    ],
    telegram: [
      'פותחים את Telegram בטלפון',
      'עוברים אל הגדרות › מכשירים',
      'מקישים על „קישור מכשיר שולחני” ומכוונים את הטלפון אל המסך הזה',
    ],
    google_messages: [
      'פותחים את Google Messages בטלפון',
      'מקישים על התמונה שלך › התאמת מכשיר',
      'מקישים על „סורק קודי QR” ומכוונים את הטלפון אל המסך הזה',
    ],
  },
  show: {
    kinds: {
      code: 'יש להזין את הקוד הזה בטלפון',
      emoji: 'יש להקיש על האמוג׳י הזה בטלפון',
      number: 'יש להקיש על המספר הזה בטלפון',
      unknown: 'יש להשתמש בזה בטלפון',
    },
    steps: {
      'whatsapp.code': [
        'פותחים את WhatsApp בטלפון',
        'עוברים אל הגדרות › מכשירים מקושרים',
        'מקישים על „קישור מכשיר” › „קישור באמצעות מספר טלפון”',
        'מזינים את הקוד הזה',
      ],
      'google_messages.emoji': ['פותחים את Google Messages בטלפון', 'מקישים שם על אותו אמוג׳י'],
    },
    copy: 'העתקה',
    copied: 'הועתק',
    notCopied: 'ההעתקה לא הצליחה. אפשר לסמן ולהעתיק ידנית.',
    validFor: (seconds) => `בתוקף לעוד ${clock(seconds)}`,
    expired: 'התוקף פג. יש לבקש קוד חדש.',
    refresh: 'הצגת קוד חדש',
    renewed: 'מוצג קוד חדש.',
    waiting: 'בהמתנה לטלפון…',
  },
  unsupported: {
    heading: 'השלב הזה אינו זמין כאן',
    text: (provider) =>
      `התבקש ${withPrefix('מ', provider)} משהו שלא ניתן להציג כאן. אפשר להתחיל מחדש, או לנסות מאוחר יותר.`,
    elsewhere: 'המשך בדף אחר',
    nowhere: 'אין דף אחר לכך. יש להתחיל מחדש.',
  },
}

/** A provider after an article: a Latin word has a hyphen. */
function hyphened(provider: string): string {
  return /^\p{Script=Hebrew}/u.test(provider) ? provider : `-${provider}`
}
