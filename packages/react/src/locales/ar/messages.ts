import type { Channel } from '@connect-account/core'
import { clock } from '../clock.ts'
import type { Messages } from '../messages.ts'
import { pluralsOf } from '../plural.ts'

// Codes, ports and phone numbers have European digits, so all numbers do.
const plural = pluralsOf('ar-u-nu-latn')

/** After a preposition. */
const duration = (seconds: number) =>
  seconds < 60
    ? plural(seconds, {
        one: 'ثانية واحدة',
        two: 'ثانيتين',
        few: '# ثوانٍ',
        many: '# ثانية',
        other: '# ثانية',
      })
    : plural(Math.ceil(seconds / 60), {
        one: 'دقيقة واحدة',
        two: 'دقيقتين',
        few: '# دقائق',
        many: '# دقيقة',
        other: '# دقيقة',
      })

const channels: Record<Channel, string> = {
  email: 'بالبريد الإلكتروني',
  sms: 'في رسالة نصية',
  whatsapp: 'عبر واتساب',
}
const codeSentBy = (provider: string, channel?: Channel) =>
  `تم إرسال رمز إليك من ${provider}${channel ? ` ${channels[channel]}` : ''}.`

const parts: Readonly<Record<string, string>> = {
  calendar: 'التقويم',
  mail: 'البريد',
  messaging: 'الرسائل',
  recruiter: 'Recruiter',
  'sales navigator': 'Sales Navigator',
}

const notAccepted = 'لم يتم قبول ما أُدخل. يُرجى التحقق منه والمحاولة مرة أخرى.'
const sessionEnded = 'انتهت جلستك. يُرجى إعادة تحميل الصفحة وتسجيل الدخول من جديد إذا طُلب ذلك.'
const unreachable = 'يتعذّر الوصول إلى خادمنا الآن. يُرجى المحاولة بعد لحظات.'
const serverDown = 'خادمنا لا يعمل كما يجب الآن. يُرجى المحاولة بعد لحظات.'
const upstreamDown = 'خدمة الربط لدينا لا تستجيب الآن. يُرجى المحاولة بعد بضع دقائق.'
const tooOften = 'محاولات كثيرة جدًا. يُرجى المحاولة لاحقًا.'
const finishHere = 'لم يكتمل تسجيل الدخول في هذا المتصفح، لذلك لم يتم ربط أي حساب. يُرجى البدء من جديد.'
const attemptEnded = 'انتهت عملية تسجيل الدخول هذه. يُرجى البدء من جديد.'

export const messages: Messages = {
  actions: {
    back: 'رجوع',
    cancel: 'إلغاء',
    close: 'إغلاق',
    continue: 'متابعة',
    done: 'تم',
    restart: 'البدء من جديد',
    retry: 'إعادة المحاولة',
    anotherWay: 'تجربة طريقة أخرى',
    another: 'ربط حساب آخر',
    resend: 'إعادة الإرسال',
    resendIn: (seconds) => `إعادة الإرسال بعد ${clock(seconds)}`,
    sentResendIn: (seconds) => `تم الإرسال. إعادة الإرسال بعد ${clock(seconds)}`,
    resent: (seconds) =>
      seconds > 0
        ? `تم الإرسال مرة أخرى. يمكنك إعادة الإرسال بعد ${duration(seconds)}.`
        : 'تم الإرسال مرة أخرى.',
    help: 'عرض الطريقة',
    reconnect: 'إعادة الربط',
  },
  announcement: (heading, text) => `${heading}. ${text}`,
  working: 'جارٍ العمل…',
  offline: 'لا يوجد اتصال بالإنترنت. سنتابع عند عودته.',
  chunkFailed: {
    heading: 'تعذّر تحميل هذه الخطوة',
    text: 'يُرجى التحقق من الاتصال والمحاولة مرة أخرى. إذا لم ينجح ذلك، فأعِد تحميل الصفحة.',
  },
  screenFailed: {
    heading: 'يتعذّر عرض هذه الخطوة',
    text: 'حدث خطأ من جانبنا. يُرجى المحاولة مرة أخرى، أو العودة لاحقًا.',
  },
  preparing: { heading: 'لحظة من فضلك…' },
  providers: {
    imap: { name: 'بريد إلكتروني آخر', service: 'مزوّد بريدك الإلكتروني', account: 'البريد الإلكتروني' },
  },
  picker: {
    heading: 'ربط حساب',
    search: 'بحث',
    results: (count) =>
      plural(count, {
        zero: 'لا نتائج',
        one: 'نتيجة واحدة',
        two: 'نتيجتان',
        few: '# نتائج',
        many: '# نتيجة',
        other: '# نتيجة',
      }),
    none: 'لا توجد حسابات يمكن ربطها.',
    empty: (query) => `لا نتائج لـ «${query}».`,
    kinds: {
      messaging: 'المراسلة',
      social: 'التواصل الاجتماعي',
      email: 'البريد الإلكتروني',
      calendar: 'التقويم',
    },
    connected: 'مربوط',
    methods: { form: 'كلمة المرور', qr: 'رمز QR', consent: 'صفحة تسجيل الدخول' },
  },
  outage: {
    unreachable: 'يتعذّر الوصول إلى خادمنا الآن. سنتابع عند عودته.',
    server: 'خادمنا لا يعمل كما يجب الآن. سنتابع عند عودته.',
  },
  notSent: 'لا يوجد اتصال بالإنترنت. يُرجى المحاولة عند عودته.',
  unavailable: { heading: 'غير متاح حاليًا' },
  retryIn: (seconds) => `يُرجى الانتظار لمدة ${duration(seconds)} أولًا.`,
  tooOftenFor: (seconds) => `محاولات كثيرة جدًا. يُرجى المحاولة بعد ${duration(seconds)}.`,
  retryNow: 'يمكنك المحاولة الآن.',
  wrongFields: (count) =>
    plural(count, {
      one: 'حقل واحد يحتاج إلى مراجعة.',
      two: 'حقلان يحتاجان إلى مراجعة.',
      few: '# حقول تحتاج إلى مراجعة.',
      many: '# حقلًا يحتاج إلى مراجعة.',
      other: '# حقل يحتاج إلى مراجعة.',
    }),
  introduction: {
    heading: (account, host) => `ربط ${account ? `حساب ${account}` : 'حساب'}${host ? ` مع ${host}` : ''}`,
    reads: {
      messages: 'قراءة رسائلك وجهات اتصالك',
      email: 'قراءة بريدك الإلكتروني ومجلداتك',
      calendar: 'قراءة تقاويمك ومواعيدك',
      mixed: 'قراءة رسائلك وبريدك الإلكتروني وجهات اتصالك',
    },
    sends: {
      messages: 'إرسال رسائل باسمك',
      email: 'إرسال بريد إلكتروني باسمك',
      calendar: 'إنشاء المواعيد وتعديلها',
      mixed: 'إرسال رسائل وبريد إلكتروني باسمك',
    },
    disconnect: (host) => `يمكن إلغاء الربط في أي وقت${host ? ` من ${host}` : ''}`,
  },
  brandLinks: { termsUrl: 'الشروط', privacyUrl: 'الخصوصية', helpUrl: 'المساعدة' },
  credentials: {
    heading: (provider, account) =>
      account ? `تسجيل الدخول من جديد إلى ${provider} باسم ${account}` : `تسجيل الدخول إلى ${provider}`,
    required: (name) => `يُرجى إدخال ${name}.`,
    cookiesRequired: (name) => `يُرجى لصق ${name} هنا.`,
    show: 'إظهار كلمة المرور',
    promise: (provider, host) =>
      `تُرسل بأمان إلى ${provider}، ${host ? `ولا يحفظها ${host} أبدًا` : 'ولا تُحفظ أبدًا'}.`,
    submit: 'تسجيل الدخول',
    method: 'طريقة تسجيل الدخول',
  },
  code: {
    heading: 'إدخال رمز التحقق',
    label: 'الرمز',
    otp: codeSentBy,
    otp_or_in_app: (provider, channel) =>
      `${codeSentBy(provider, channel)} ويمكنك أيضًا الموافقة على تسجيل الدخول في تطبيق ${provider}.`,
    two_factor: (provider, platform) =>
      platform === 'app' ? 'ستجد الرمز في تطبيق المصادقة لديك.' : codeSentBy(provider, platform),
    waiting: 'في انتظار موافقتك…',
    incomplete: 'يُرجى إدخال الرمز كاملًا.',
    tooLong: (length) =>
      `هذا أطول من اللازم: يتكوّن الرمز من ${plural(length, {
        one: 'حرف واحد',
        two: 'حرفين',
        few: '# أحرف',
        many: '# حرفًا',
        other: '# حرف',
      })}.`,
    notACode: 'يُرجى إدخال الرمز فقط.',
  },
  password: {
    heading: 'إدخال كلمة المرور',
    text: 'استخدام كلمة مرور التحقق بخطوتين.',
    label: 'كلمة المرور',
    incomplete: 'يُرجى إدخال كلمة المرور.',
    wrong: 'كلمة المرور هذه غير صحيحة. يُرجى المحاولة مرة أخرى.',
  },
  in_app: {
    heading: 'تحقق من هاتفك',
    text: (provider) => `تمكن الموافقة على تسجيل الدخول في تطبيق ${provider}.`,
  },
  qr: {
    heading: (provider) => `المسح باستخدام ${provider}`,
    reconnect: (account) => `استخدام هاتف الحساب ${account}.`,
    label: 'رمز QR',
    samePhone: 'هل أنت على هاتفك؟ يُرجى فتح هذه الصفحة على كمبيوتر لمسح الرمز.',
    freshFor: (seconds) => `رمز جديد بعد ${clock(seconds)}`,
    due: 'رمز جديد في الطريق…',
    renewed: 'تم عرض رمز جديد.',
    refresh: 'عرض رمز جديد',
  },
  loading: { heading: (provider) => `في انتظار ${provider}` },
  linked: { heading: (provider) => `تم ربط حساب ${provider}` },
  relinked: { heading: (provider) => `تمت إعادة ربط حساب ${provider}` },
  duplicate: {
    heading: 'الحساب مربوط بالفعل',
    own: 'سبق لك ربط هذا الحساب. كل شيء جاهز.',
    broken: 'فقد هذا الحساب اتصاله. تلزم إعادة ربطه ليبقى محدّثًا.',
    other: (provider) => `حساب ${provider} هذا مربوط في مكان آخر. يُرجى ربط حساب مختلف.`,
  },
  restricted: {
    heading: 'لا يمكن ربط هذا الحساب',
    text: (provider) => `هذا الحساب مقيّد من ${provider}. يُرجى التواصل مع الدعم، أو ربط حساب مختلف.`,
    reason: 'السبب',
    userId: 'معرّف الحساب',
  },
  mismatch: {
    heading: 'هذا حساب مختلف',
    text: (provider, account) =>
      account
        ? `سجّلت الدخول بحساب آخر. يُرجى تسجيل الدخول باسم ${account}.`
        : `سجّلت الدخول بحساب آخر. يُرجى تسجيل الدخول بحساب ${provider} الذي ربطته من قبل.`,
  },
  canceled: {
    heading: 'تم الإلغاء',
    text: 'لم يتم ربط أي حساب. يمكنك البدء من جديد.',
    elsewhere: 'تم الإلغاء في علامة تبويب أخرى أو على جهاز آخر. لم يتم ربط أي حساب.',
  },
  expired: {
    heading: 'استغرق هذا وقتًا طويلًا',
    text: 'حفاظًا على أمانك، انتهت صلاحية تسجيل الدخول. يُرجى المحاولة مرة أخرى.',
  },
  failed: { heading: 'لم ينجح ذلك' },
  errors: {
    invalid_request: notAccepted,
    session_missing: 'تعذّر علينا معرفة من سجّل الدخول هنا. يُرجى المحاولة مرة أخرى، أو إعادة تحميل الصفحة.',
    session_invalid: sessionEnded,
    session_expired: sessionEnded,
    session_unavailable: serverDown,
    intent_not_found: attemptEnded,
    intent_of_other_user:
      'بدأ شخص آخر تسجيل الدخول هذا، أو أنه لم يعد مفتوحًا. يُرجى تسجيل الدخول هنا بالهوية نفسها، أو بدء عملية خاصة بك.',
    intent_ended: attemptEnded,
    resend_not_available: 'لا تمكن إعادة الإرسال. يُرجى تجربة طريقة أخرى.',
    resend_too_soon: tooOften,
    no_other_way: 'لا توجد طريقة أخرى لهذا الحساب. يُرجى المتابعة بهذه الطريقة، أو البدء من جديد.',
    account_not_found: 'لم يعد هذا الحساب موجودًا. يمكنك ربطه كحساب جديد.',
    invalid_credentials: 'اسم المستخدم أو كلمة المرور غير صحيحة. يُرجى التحقق منهما والمحاولة مرة أخرى.',
    invalid_code: 'هذا الرمز غير صحيح. يُرجى التحقق منه والمحاولة مرة أخرى.',
    captcha_rejected: 'لم تنجح عملية التحقق. يُرجى المحاولة مرة أخرى.',
    invalid_phone: 'لم يتم قبول رقم الهاتف هذا. يُرجى التحقق منه والمحاولة مرة أخرى.',
    approval_declined: 'تم رفض تسجيل الدخول على هاتفك. يُرجى البدء من جديد.',
    consent_denied: 'تم رفض الوصول. يُرجى البدء من جديد والسماح به.',
    consent_failed: 'لم ينجح تسجيل الدخول لدى مزوّد الخدمة. يُرجى البدء من جديد.',
    consent_unconfirmed: finishHere,
    consent_elsewhere: finishHere,
    account_exists: 'هذا الحساب مربوط بالفعل. يُرجى ربط حساب مختلف.',
    account_restricted: 'قيّد مزوّد الخدمة هذا الحساب. يُرجى ربط حساب مختلف.',
    account_mismatch: 'سجّلت الدخول بحساب آخر. يُرجى البدء من جديد بالحساب السابق.',
    confirmation_pending: 'لم يتم تأكيد الحساب بعد. يُرجى المحاولة لاحقًا.',
    mail_settings_needed: 'لم نعثر على خادم بريدك. يُرجى إدخال إعداداته أدناه.',
    mail_settings_invalid: 'هذه الإعدادات لا تعمل. يُرجى التحقق منها والمحاولة مرة أخرى.',
    app_password_needed: 'يتطلب مزوّد بريدك كلمة مرور للتطبيق. يُرجى إنشاؤها وإدخالها هنا.',
    provider_rate_limited: tooOften,
    sign_in_in_progress: 'هناك تسجيل دخول آخر جارٍ إلى هذا الحساب. يُرجى المحاولة بعد لحظات.',
    action_required:
      'يطلب مزوّد الخدمة تسجيل الدخول أولًا في تطبيقه أو موقعه. يُرجى فعل ذلك ثم المحاولة مرة أخرى.',
    subscription_required: 'لا يملك هذا الحساب الاشتراك اللازم. يمكن ربط حساب آخر.',
    provider_not_supported: 'هذا غير متاح حاليًا. يمكن اختيار طريقة أخرى أو مزوّد آخر.',
    provider_unavailable: 'مزوّد الخدمة لا يستجيب الآن. يُرجى المحاولة لاحقًا.',
    upstream_unavailable: upstreamDown,
    upstream_timeout: upstreamDown,
    upstream_unreachable: upstreamDown,
    upstream_rate_limited: upstreamDown,
    network_unreachable: unreachable,
    network_timeout: unreachable,
    server_unavailable: serverDown,
    shutting_down: serverDown,
    captcha_not_supported: 'لا يمكن عرض هذا التحقق هنا. يُرجى تجربة طريقة أخرى.',
    rate_limited: tooOften,
    internal_error: 'حدث خطأ من جانبنا. يُرجى المحاولة مرة أخرى.',
  },
  accounts: {
    label: 'الحسابات المربوطة',
    loading: 'جارٍ تحميل حساباتك…',
    empty: 'لا توجد حسابات مربوطة بعد.',
    unavailable: 'يتعذّر عرض حساباتك الآن.',
    outdated: 'قد لا تكون هذه القائمة محدّثة.',
    reconnect: 'إعادة الربط',
    rename: {
      action: 'إعادة التسمية',
      form: (name) => `إعادة تسمية ${name}`,
      label: 'الاسم',
      help: (provider) => `يمكن تركه فارغًا لاستخدام الاسم من ${provider}.`,
      save: 'حفظ',
      refused: 'لم يتغيّر الاسم.',
    },
    disconnect: {
      action: 'إلغاء الربط',
      heading: (name) => `هل تريد إلغاء ربط ${name}؟`,
      text: (provider) =>
        `سيتوقف الحساب عن العمل هنا فورًا. لن يُحذف أي شيء لدى ${provider}، ويمكنك ربطه من جديد في أي وقت.`,
      refused: 'ما زال الحساب مربوطًا.',
    },
    changes: {
      connected: (name) => `تم ربط ${name}.`,
      removed: (name) => `لم يعد ${name} مربوطًا.`,
      renamed: (before, name) => `أصبح اسم ${before} الآن ${name}.`,
      status: (name, label) => `${name}: ${label}.`,
    },
  },
  accountStatus: {
    label: {
      running: 'مربوط',
      disconnected: 'يلزم تسجيل الدخول',
      errored: 'متوقف مؤقتًا بسبب مشكلة',
      paused: 'موقوف',
      degraded: 'يعمل جزئيًا',
      partial: 'وصول محدود',
    },
    help: {
      disconnected: 'تم تسجيل خروجك، بعد تغيير كلمة المرور مثلًا.',
      errored: {
        provider: 'يواجه مزوّد الخدمة مشكلات. سنعيد الربط تلقائيًا.',
        proxy: 'يواجه اتصال الحساب مشكلات. سنعيد الربط تلقائيًا.',
        unipile: 'تواجه خدمة الربط لدينا مشكلات. سنعيد الربط تلقائيًا.',
        other: 'سنعيد الربط تلقائيًا.',
      },
      paused: 'تم إيقاف الحساب ولا تتم مزامنته. يُرجى التواصل مع الدعم لاستئنافه.',
      degraded: (part) =>
        part && parts[part]
          ? `نواجه مشكلة في ${parts[part]}. سنواصل المحاولة.`
          : 'بعض أجزاء الحساب لا تعمل. سنواصل المحاولة.',
      partial: (part) =>
        part && parts[part]
          ? `يتعذّر الوصول إلى ${parts[part]}. تلزم إعادة الربط لإصلاح ذلك.`
          : 'يتعذّر الوصول إلى الحساب بالكامل. تلزم إعادة الربط لإصلاح ذلك.',
    },
  },
  captcha: {
    heading: 'تحقق أمني سريع',
    failed: 'تعذّر عرض هذا التحقق. يُرجى المحاولة مرة أخرى، أو تجربة طريقة أخرى.',
    slow: 'هل هناك مشكلة؟ يُرجى إعادة تحميل التحقق، أو تجربة طريقة أخرى.',
    texts: { title: 'التحقق', idle: 'لست روبوتًا', solving: 'جارٍ التحقق…', solved: 'تم التحقق' },
  },
  contract: { heading: 'اختيار عقد' },
  challenge: { heading: 'تأكيد هويتك' },
  choice: { required: 'يُرجى تحديد خيار للمتابعة.' },
  consent: {
    heading: (provider) => `ربط ${provider}`,
    text: (provider, account) =>
      account
        ? `ستسجّل الدخول لدى ${provider} باسم ${account} ثم تعود إلى هنا.`
        : `ستسجّل الدخول لدى ${provider} ثم تعود إلى هنا.`,
    open: (provider) => `المتابعة باستخدام ${provider}`,
    elsewhere: 'يُرجى إكمال تسجيل الدخول في النافذة الأخرى.',
    again: 'إعادة فتح النافذة',
  },
  continueOnPhone: {
    open: 'المتابعة على هاتفك',
    text: 'يمكنك مسح هذا الرمز بكاميرا هاتفك، أو فتح الرابط عليه. يُرجى تسجيل الدخول بالحساب نفسه.',
    here: 'يمكنك إبقاء هذه الصفحة مفتوحة، فهي تُحدَّث تلقائيًا.',
    code: 'رمز QR للرابط',
    link: 'الرابط',
    copy: 'نسخ الرابط',
    copied: 'تم النسخ',
    failed: 'تعذّر إنشاء الرابط. يُرجى المتابعة هنا، أو المحاولة مرة أخرى.',
  },
  cookies: {
    unreadable: (site, name) =>
      `تعذّرت قراءة هذا النص. يُرجى لصق القيمة الكاملة لملف تعريف الارتباط ${name} من ${site}، أو تصدير كامل لملفات تعريف الارتباط.`,
    missing: (site, name) => `ملف تعريف الارتباط ${name} من ${site} ليس ضمن ما لُصق. يُرجى لصقه أيضًا.`,
    foreign: (site, other) => `ملفات تعريف الارتباط هذه من ${other}. يُرجى لصق ملفات ${site}.`,
  },
  fieldErrors: {
    required: (name) => `يُرجى إدخال ${name}.`,
    invalid: 'لم يتم قبول هذه القيمة. يُرجى التحقق منها والمحاولة مرة أخرى.',
    too_long: 'هذه القيمة طويلة جدًا. يُرجى التحقق منها والمحاولة مرة أخرى.',
    not_an_option: 'يُرجى اختيار أحد الخيارات.',
    not_a_number: (name) => `يُرجى إدخال ${name} كعدد صحيح.`,
    not_an_email: 'يُرجى إدخال عنوان بريدك الإلكتروني كاملًا، مثل name@example.com.',
    cookie_missing: (_name, { cookie = '' }) => `ملف تعريف الارتباط ${cookie} مفقود. يُرجى لصقه أيضًا.`,
    cookie_refused: 'انتهت صلاحيته أو أنه غير صحيح. يُرجى لصق قيمة جديدة من متصفح سجّلت الدخول فيه.',
    password_refused: (_name, { side = '' }) =>
      side === 'smtp'
        ? 'رفض خادم البريد الصادر هذا البريد وكلمة المرور. يُرجى التحقق منهما.'
        : side === 'imap'
          ? 'رفض خادم البريد الوارد هذا البريد وكلمة المرور. يُرجى التحقق منهما.'
          : 'رفض الخادم هذا البريد وكلمة المرور. يُرجى التحقق منهما.',
    app_password_needed: 'يُرجى إدخال كلمة مرور للتطبيق هنا.',
    server_not_found: (name) => `تعذّر العثور على ${name}. يُرجى التحقق من الاسم.`,
    server_not_reachable: (name) => `تعذّر الوصول إلى ${name}. يُرجى التحقق من الخادم والمنفذ.`,
    server_timeout: (name) => `لم يستجب الخادم في الوقت المناسب. يُرجى التحقق من ${name}.`,
    encryption_failed: (name) => `لا يدعم الخادم ${name} على هذا المنفذ. يُرجى اختيار تشفير آخر.`,
    certificate_not_trusted: (name) => `الشهادة غير موثوقة أو صادرة لاسم مختلف. يُرجى التحقق من ${name}.`,
    port_out_of_range: (name) => `يُرجى إدخال ${name} كعدد من 1 إلى 65535.`,
  },
  forms: {
    methods: {
      credentials: 'البريد الإلكتروني وكلمة المرور',
      'instagram.credentials': 'اسم المستخدم وكلمة المرور',
      'twitter.credentials': 'اسم المستخدم وكلمة المرور',
      cookies: 'ملفات تعريف الارتباط من المتصفح',
      'instagram.cookies': 'ملف تعريف الارتباط من المتصفح',
      password: 'البريد الإلكتروني وكلمة المرور',
      manual: 'إعدادات الخادم',
    },
    fields: {
      username: { label: 'البريد الإلكتروني أو الهاتف', name: 'بريدك الإلكتروني أو رقم هاتفك' },
      'instagram.username': {
        label: 'اسم المستخدم أو البريد الإلكتروني أو الهاتف',
        name: 'اسم المستخدم أو البريد الإلكتروني أو رقم الهاتف',
      },
      'twitter.username': {
        label: 'اسم المستخدم أو البريد الإلكتروني أو الهاتف',
        name: 'اسم المستخدم أو البريد الإلكتروني أو رقم الهاتف',
      },
      user: { label: 'البريد الإلكتروني', name: 'بريدك الإلكتروني' },
      email: { label: 'البريد الإلكتروني', name: 'بريدك الإلكتروني' },
      password: { label: 'كلمة المرور', name: 'كلمة المرور' },
      'linkedin.cookies': {
        label: 'ملفات تعريف الارتباط',
        name: 'ملفات تعريف الارتباط',
        help: 'يُرجى لصق li_at من linkedin.com، وكذلك li_a من أجل Recruiter أو Sales Navigator، أو تصدير كامل لملفات تعريف الارتباط.',
      },
      'instagram.cookies': {
        label: 'ملف تعريف الارتباط',
        name: 'ملف تعريف الارتباط',
        help: 'يُرجى لصق sessionid من instagram.com، أو تصدير كامل لملفات تعريف الارتباط.',
      },
      imap_host: { label: 'الخادم', name: 'خادم البريد الوارد' },
      imap_port: { label: 'المنفذ', name: 'منفذ البريد الوارد' },
      imap_encryption: { label: 'التشفير', name: 'تشفير البريد الوارد' },
      smtp_host: { label: 'الخادم', name: 'خادم البريد الصادر' },
      smtp_port: { label: 'المنفذ', name: 'منفذ البريد الصادر' },
      smtp_encryption: { label: 'التشفير', name: 'تشفير البريد الصادر' },
    },
    groups: { imap: 'البريد الوارد (IMAP)', smtp: 'البريد الصادر (SMTP)' },
    options: { tls: 'TLS', starttls: 'STARTTLS', default: 'تلقائي' },
    nameInSentence: (label) => `«${label}»`,
  },
  initialSync: {
    running: 'جارٍ استيراد رسائلك… قد يستغرق ذلك بضع دقائق.',
    completed: 'اكتمل الاستيراد.',
    failed: 'تعذّر استيراد بعض الرسائل. سنعيد المحاولة تلقائيًا.',
    skip: 'المتابعة دون انتظار',
  },
  kindFilter: { label: 'عرض', all: 'الكل' },
  ownProxy: {
    open: 'استخدام خادم وكيل خاص بك',
    text: 'سنربط الحساب عبر هذا الخادم، الآن ولاحقًا. إذا لم تكن على يقين، فاترك الحقول فارغة.',
    protocol: 'النوع',
    host: 'الخادم',
    port: 'المنفذ',
    username: 'اسم المستخدم',
    password: 'كلمة مرور الخادم الوكيل',
    hostMissing: 'يُرجى إدخال الخادم، مثل proxy.example.com.',
    portInvalid: 'يُرجى إدخال منفذ بين 1 و65535.',
    hostRefused: 'لا يمكن استخدام هذا الخادم. يُرجى التحقق من اسمه، أو ترك الحقل فارغًا.',
    notAllowed: 'لا يمكن استخدام خادم وكيل خاص بك هنا. يُرجى ترك الحقل فارغًا.',
    failed: 'لم يعمل هذا الخادم الوكيل. يُرجى التحقق من إعداداته، أو تركها فارغة.',
  },
  phone: {
    heading: 'تأكيد رقم هاتفك',
    text: (provider) => `سيصلك رمز من ${provider}.`,
    label: 'رقم الهاتف',
    help: 'مع رمز البلد، مثل ‎+966 51 234 5678.',
  },
  phoneField: { country: 'البلد', invalid: 'يبدو أن هذا الرقم غير مكتمل. يُرجى التحقق منه.' },
  slow: {
    start: (provider) => `قد يستغرق تسجيل الدخول إلى ${provider} دقيقة…`,
    answer: (provider) => `يستغرق ردّ ${provider} وقتًا أطول من المعتاد…`,
  },
  qrSteps: {
    whatsapp: [
      'فتح واتساب على هاتفك',
      'الانتقال إلى الإعدادات › الأجهزة المرتبطة',
      'النقر على «ربط جهاز» وتوجيه الهاتف نحو هذه الشاشة',
    ],
    telegram: [
      'فتح تيليجرام على هاتفك',
      'الانتقال إلى الإعدادات › الأجهزة',
      'النقر على «ربط جهاز سطح المكتب» وتوجيه الهاتف نحو هذه الشاشة',
    ],
    google_messages: [
      'فتح «رسائل Google» على هاتفك',
      'النقر على صورتك › إقران الجهاز',
      'النقر على «الماسح الضوئي لرمز QR» وتوجيه الهاتف نحو هذه الشاشة',
    ],
  },
  show: {
    kinds: {
      code: 'يُرجى إدخال هذا الرمز على هاتفك',
      emoji: 'يُرجى النقر على هذا الرمز التعبيري على هاتفك',
      number: 'يُرجى النقر على هذا الرقم على هاتفك',
      unknown: 'يُرجى استخدام هذا على هاتفك',
    },
    steps: {
      'whatsapp.code': [
        'فتح واتساب على هاتفك',
        'الانتقال إلى الإعدادات › الأجهزة المرتبطة',
        'النقر على «ربط جهاز» › «الربط برقم الهاتف بدلاً من ذلك»',
        'إدخال هذا الرمز',
      ],
      'google_messages.emoji': ['فتح «رسائل Google» على هاتفك', 'النقر على الرمز التعبيري نفسه هناك'],
    },
    copy: 'نسخ',
    copied: 'تم النسخ',
    notCopied: 'تعذّر النسخ. يُرجى تحديد الرمز ونسخه يدويًا.',
    validFor: (seconds) => `صالح لمدة ${clock(seconds)}`,
    expired: 'انتهت الصلاحية. يُرجى طلب رمز جديد.',
    refresh: 'عرض رمز جديد',
    renewed: 'تم عرض رمز جديد.',
    waiting: 'في انتظار هاتفك…',
  },
  unsupported: {
    heading: 'هذه الخطوة غير متاحة هنا',
    text: (provider) => `يطلب ${provider} شيئًا لا يمكننا عرضه. يُرجى البدء من جديد، أو المحاولة لاحقًا.`,
    elsewhere: 'المتابعة في صفحة أخرى',
    nowhere: 'لا توجد صفحة أخرى لذلك. يُرجى البدء من جديد.',
  },
}
