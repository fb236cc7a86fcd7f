import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: 'ربط حسابك',
  retry: 'إعادة المحاولة',
  continue: 'متابعة',
  cancel: 'إلغاء',
  at: ' في ',
  support: 'التواصل مع الدعم',
  links: { termsUrl: 'الشروط', privacyUrl: 'الخصوصية', helpUrl: 'المساعدة' },
  back: (product) => `الرجوع إلى ${product ?? 'التطبيق'}`,
  connectsTo: { before: 'يُربط مع ', after: '' },
  introduction: {
    connect: {
      asks: (product) => `طلب ربط حساب من ${product}`,
      heading: 'ربط حسابك',
      before: 'سيتم ربط حسابك مع ',
      after: '.',
    },
    reconnect: {
      asks: (product) => `طلب إعادة ربط حسابك من ${product}`,
      heading: 'إعادة ربط حسابك',
      before: 'ستتم إعادة ربط حسابك مع ',
      after: '.',
    },
    question: 'سيتاح الوصول إليه من هناك. لا تتابع إلا إذا كان ذلك أنت أو شخصًا تعرفه.',
  },
  noLink: {
    heading: 'يُرجى فتح الرابط مرة أخرى',
    text: 'لا تُفتح هذه الصفحة إلا من الرابط الذي وصلك. يُرجى فتحه مرة أخرى في هذا المتصفح.',
  },
  failed: { heading: 'حدث خطأ ما', text: 'يُرجى المحاولة بعد لحظات.' },
  outage: {
    offline: { heading: 'لا يوجد اتصال بالإنترنت', text: 'ستتابع هذه الصفحة عند عودته.' },
    unreachable: { heading: 'يتعذّر الوصول إلى خادمنا', text: 'تعيد هذه الصفحة المحاولة تلقائيًا.' },
    server: { heading: 'خادمنا لا يعمل كما يجب', text: 'تعيد هذه الصفحة المحاولة تلقائيًا.' },
  },
  leaving: { heading: 'لحظة من فضلك…', text: 'جارٍ إرجاعك…' },
  linked: {
    heading: 'تم ربط حسابك',
    text: (product) =>
      product ? `تم ربطه مع ${product}. يمكنك إغلاق هذه الصفحة.` : 'يمكنك إغلاق هذه الصفحة.',
  },
  notLinked: {
    heading: 'لم يتم ربط حسابك',
    text: 'يمكنك إغلاق هذه الصفحة، أو فتح الرابط مرة أخرى للمحاولة.',
  },
  refusals: {
    link_not_found: {
      heading: 'هذا الرابط لا يعمل',
      text: 'يُرجى التأكد من فتح العنوان كاملًا، أو طلب رابط جديد.',
    },
    link_expired: { heading: 'انتهت صلاحية هذا الرابط', text: 'يُرجى طلب رابط جديد لربط حسابك.' },
    link_used: { heading: 'استُخدم هذا الرابط من قبل', text: 'يُرجى طلب رابط جديد لربط حساب آخر.' },
    link_revoked: { heading: 'لم يعد هذا الرابط يعمل', text: 'تم سحبه. لربط حسابك، يُرجى طلب رابط جديد.' },
    link_in_use: {
      heading: 'فُتح هذا الرابط في متصفح آخر',
      text: 'يُرجى الرجوع إلى المتصفح أو التطبيق الذي فُتح فيه أولًا، أو طلب رابط جديد.',
    },
    rate_limited: { heading: 'محاولات كثيرة جدًا', text: 'يُرجى الانتظار بضع دقائق ثم فتح الرابط مرة أخرى.' },
    link_account_removed: {
      heading: 'لم يعد هذا الحساب مربوطًا',
      text: 'كان الرابط لإعادة ربطه. يُرجى طلب رابط جديد لربطه مرة أخرى.',
    },
  },
}
