import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: '连接账号',
  retry: '重试',
  continue: '继续',
  cancel: '取消',
  at: ' – ',
  support: '联系支持团队',
  links: { termsUrl: '条款', privacyUrl: '隐私', helpUrl: '帮助' },
  back: (product) => `返回 ${product ?? '应用'}`,
  connectsTo: { before: '连接到：', after: '' },
  introduction: {
    connect: {
      asks: (product) => `${product} 请你连接账号`,
      heading: '连接账号',
      before: '你的账号将连接到：',
      after: '。',
    },
    reconnect: {
      asks: (product) => `${product} 请你重新连接账号`,
      heading: '重新连接账号',
      before: '你的账号将重新连接到：',
      after: '。',
    },
    question: '对方将可以访问此账号。仅当那是你本人或你认识的人时才继续。',
  },
  noLink: {
    heading: '请重新打开链接',
    text: '此页面只能通过你收到的链接打开。请在此浏览器中重新打开该链接。',
  },
  failed: { heading: '出了点问题', text: '请稍后重试。' },
  outage: {
    offline: { heading: '你已离线', text: '恢复网络后，此页面将继续。' },
    unreachable: { heading: '无法连接我们的服务器', text: '此页面会自动重试。' },
    server: { heading: '我们的服务器运行异常', text: '此页面会自动重试。' },
  },
  leaving: { heading: '请稍候…', text: '正在带你返回…' },
  linked: {
    heading: '账号已连接',
    text: (product) => (product ? `它已连接到 ${product}。你可以关闭此页面。` : '你可以关闭此页面。'),
  },
  notLinked: { heading: '账号未连接', text: '你可以关闭此页面，或重新打开链接再试。' },
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
