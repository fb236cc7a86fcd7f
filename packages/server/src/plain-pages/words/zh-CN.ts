import type { PlainWords } from './plain-words.ts'

export const words: PlainWords = {
  support: '联系支持团队',
  continue: '继续',
  back: (product) => (product ? `返回 ${product}` : '返回应用'),
  consent: {
    forged: { heading: '无法打开此页面', text: '此地址不属于我们的任何登录操作。没有发生任何更改。' },
    expired: {
      heading: '此次登录已过期',
      text: (product) => `登录用时过长。请返回${product ? ` ${product} ` : '应用'}并重新开始。`,
    },
    used: {
      heading: '此次登录已完成',
      text: (product) => `请返回${product ? ` ${product} ` : '应用'}查看结果。`,
    },
    returned: {
      heading: (product) => (product ? `你可以返回 ${product} 了` : '你可以返回应用了'),
      closes: '此窗口会自动关闭。',
      stays: '你可以关闭此页面。',
    },
  },
  wizard: {
    connect: {
      heading: '连接账号',
      before: '你登录的账号将连接到：',
      at: ' – ',
      after: '。',
      sender: '向你发送此链接的人',
      question: '对方将可以访问此账号。仅当那是你本人或你认识的人时才继续。',
      notOpened: '此链接已在其他浏览器中打开，或已失效。请索取新的链接。',
      offline: '出了点问题。请检查网络连接，然后重试。',
    },
    waiting: { heading: '请稍候…', text: '正在连接你的账号。' },
    unknown: { heading: '无法打开此页面', text: '此地址不属于我们的任何链接。没有发生任何更改。' },
    unconfirmed: {
      heading: '账号未连接',
      text: '打开链接的不是此浏览器。请索取新的链接，并在此处打开。',
    },
    pending: {
      heading: '即将完成',
      text: (product) => `确认后，你的账号会显示在${product ? ` ${product} ` : '应用'}中。你可以关闭此页面。`,
    },
    linked: {
      heading: '账号已连接',
      text: (product) => (product ? `它已连接到 ${product}。你可以关闭此页面。` : '你可以关闭此页面。'),
    },
    notLinked: { heading: '账号未连接', text: '你可以关闭此页面。如需重试，请索取新的链接。' },
  },
  refusals: {
    link_not_found: { heading: '此链接无法使用', text: '请检查是否打开了完整的地址，或索取新的链接。' },
    link_expired: { heading: '此链接已过期', text: '请索取新的链接来连接账号。' },
    link_used: { heading: '此链接已被使用', text: '请索取新的链接来连接其他账号。' },
    link_revoked: { heading: '此链接已失效', text: '链接已被撤回。如果仍想连接账号，请索取新的链接。' },
    link_in_use: {
      heading: '此链接已在其他浏览器中打开',
      text: '请返回最初打开它的浏览器或应用，或索取新的链接。',
    },
    rate_limited: { heading: '尝试次数过多', text: '请等待几分钟，然后重新打开链接。' },
    link_account_removed: { heading: '此账号已不再连接', text: '此链接用于重新连接该账号。请索取新的链接。' },
  },
}
