import type { Channel } from '@connect-account/core'
import { clock } from '../clock.ts'
import type { Messages } from '../messages.ts'

const duration = (seconds: number) => (seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`)

const channels: Record<Channel, string> = { email: '邮件', sms: '短信', whatsapp: 'WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${provider} 已${channel ? `通过${channels[channel]}` : ''}向你发送验证码。`

const parts: Readonly<Record<string, string>> = {
  calendar: '日历',
  mail: '邮件',
  messaging: '消息',
  recruiter: 'Recruiter',
  'sales navigator': 'Sales Navigator',
}

const notAccepted = '输入的内容未被接受。请检查后重试。'
const sessionEnded = '会话已结束。请刷新页面，并根据提示重新登录。'
const unreachable = '目前无法连接我们的服务器。请稍后重试。'
const serverDown = '我们的服务器目前运行异常。请稍后重试。'
const upstreamDown = '我们的连接服务没有响应。请过几分钟重试。'
const tooOften = '尝试次数过多。请稍后重试。'
const finishHere = '登录未在此浏览器中完成，因此没有连接任何账号。请重新开始。'
const attemptEnded = '本次登录已结束。请重新开始。'

export const messages: Messages = {
  actions: {
    back: '返回',
    cancel: '取消',
    close: '关闭',
    continue: '继续',
    done: '完成',
    restart: '重新开始',
    retry: '重试',
    anotherWay: '尝试其他方式',
    another: '连接其他账号',
    resend: '重新发送',
    resendIn: (seconds) => `${clock(seconds)} 后可重新发送`,
    sentResendIn: (seconds) => `已发送。${clock(seconds)} 后可重新发送`,
    resent: (seconds) => (seconds > 0 ? `已重新发送。${duration(seconds)}后可再次发送。` : '已重新发送。'),
    help: '查看操作方法',
    reconnect: '重新连接',
  },
  announcement: (heading, text) => `${heading}。${text}`,
  working: '处理中…',
  offline: '你已离线。恢复网络后将继续。',
  chunkFailed: {
    heading: '无法加载此步骤',
    text: '请检查网络连接并重试。如果仍然不行，请刷新页面。',
  },
  screenFailed: {
    heading: '无法显示此步骤',
    text: '我们这边出了点问题。请重试，或稍后再来。',
  },
  preparing: { heading: '请稍候…' },
  providers: { imap: { name: '其他邮箱', service: '邮箱服务商', account: '邮箱' } },
  picker: {
    heading: '连接账号',
    search: '搜索',
    results: (count) => `${count} 个结果`,
    none: '没有可连接的账号。',
    empty: (query) => `没有与“${query}”匹配的结果。`,
    kinds: { messaging: '消息', social: '社交', email: '邮箱', calendar: '日历' },
    connected: '已连接',
    methods: { form: '密码', qr: '二维码', consent: '登录页面' },
  },
  outage: {
    unreachable: '目前无法连接我们的服务器。恢复后将继续。',
    server: '我们的服务器目前运行异常。恢复后将继续。',
  },
  notSent: '你已离线。请在恢复网络后重试。',
  unavailable: { heading: '目前不可用' },
  retryIn: (seconds) => `请先等待 ${duration(seconds)}。`,
  tooOftenFor: (seconds) => `尝试次数过多。请在 ${duration(seconds)}后重试。`,
  retryNow: '现在可以重试了。',
  wrongFields: (count) => `有 ${count} 项需要检查。`,
  introduction: {
    heading: (account, host) =>
      `将${account ? `你的 ${account} 账号` : '账号'}连接到${host ? ` ${host}` : '此应用'}`,
    reads: {
      messages: '读取你的消息和联系人',
      email: '读取你的邮件和文件夹',
      calendar: '读取你的日历和日程',
      mixed: '读取你的消息、邮件和联系人',
    },
    sends: {
      messages: '可以代你发送消息',
      email: '可以代你发送邮件',
      calendar: '可以创建和修改日程',
      mixed: '可以代你发送消息和邮件',
    },
    disconnect: (host) => `你可以随时${host ? `在 ${host} 中` : ''}断开连接`,
  },
  brandLinks: { termsUrl: '条款', privacyUrl: '隐私', helpUrl: '帮助' },
  credentials: {
    heading: (provider, account) => (account ? `以 ${account} 重新登录 ${provider}` : `登录 ${provider}`),
    required: (name) => `请输入${name}。`,
    cookiesRequired: (name) => `请在此粘贴 ${name}。`,
    show: '显示密码',
    promise: (provider, host) => `安全传输至 ${provider}，${host ? `${host} ` : ''}绝不保存。`,
    submit: '登录',
    method: '登录方式',
  },
  code: {
    heading: '输入验证码',
    label: '验证码',
    otp: codeSentBy,
    otp_or_in_app: (provider, channel) =>
      `${codeSentBy(provider, channel)}你也可以在 ${provider} 应用中批准登录。`,
    two_factor: (provider, platform) =>
      platform === 'app' ? '请在身份验证器应用中查看验证码。' : codeSentBy(provider, platform),
    waiting: '正在等待你的批准…',
    incomplete: '请输入完整的验证码。',
    tooLong: (length) => `太长了：验证码为 ${length} 个字符。`,
    notACode: '请只输入验证码。',
  },
  password: {
    heading: '输入密码',
    text: '请使用两步验证的密码。',
    label: '密码',
    incomplete: '请输入密码。',
    wrong: '密码不正确。请重试。',
  },
  in_app: {
    heading: '请查看手机',
    text: (provider) => `请在 ${provider} 应用中批准登录。`,
  },
  qr: {
    heading: (provider) => `使用 ${provider} 扫码`,
    reconnect: (account) => `请使用 ${account} 的手机。`,
    label: '二维码',
    samePhone: '正在用手机浏览？请在电脑上打开此页面，然后扫描二维码。',
    freshFor: (seconds) => `${clock(seconds)} 后更新二维码`,
    due: '正在获取新的二维码…',
    renewed: '已显示新的二维码。',
    refresh: '显示新的二维码',
  },
  loading: { heading: (provider) => `正在等待 ${provider}` },
  linked: { heading: (provider) => `已连接 ${provider} 账号` },
  relinked: { heading: (provider) => `已重新连接 ${provider} 账号` },
  duplicate: {
    heading: '已经连接',
    own: '你之前已连接过此账号，一切就绪。',
    broken: '此账号的连接已断开。请重新连接以保持同步。',
    other: (provider) => `此 ${provider} 账号已在别处连接。请连接其他账号。`,
  },
  restricted: {
    heading: '无法连接此账号',
    text: (provider) => `此账号受到 ${provider} 的限制。请联系支持团队，或连接其他账号。`,
    reason: '原因',
    userId: '账号 ID',
  },
  mismatch: {
    heading: '这是另一个账号',
    text: (provider, account) =>
      account
        ? `你登录了另一个账号。请以 ${account} 登录。`
        : `你登录了另一个账号。请使用之前连接的 ${provider} 账号登录。`,
  },
  canceled: {
    heading: '已取消',
    text: '没有连接任何账号。你可以重新开始。',
    elsewhere: '你已在其他标签页或设备上取消。没有连接任何账号。',
  },
  expired: { heading: '已超时', text: '为了你的安全，登录已过期。请重试。' },
  failed: { heading: '未能成功' },
  errors: {
    invalid_request: notAccepted,
    session_missing: '无法确认当前登录的用户。请重试，或刷新页面。',
    session_invalid: sessionEnded,
    session_expired: sessionEnded,
    session_unavailable: serverDown,
    intent_not_found: attemptEnded,
    intent_of_other_user: '此登录由他人发起，或已不再开放。请在此以同一用户登录，或自行重新开始。',
    intent_ended: attemptEnded,
    resend_not_available: '无法重新发送。请尝试其他方式。',
    resend_too_soon: tooOften,
    no_other_way: '此账号没有其他方式。请继续使用当前方式，或重新开始。',
    account_not_found: '此账号已不存在。请将其作为新账号连接。',
    invalid_credentials: '用户名或密码不正确。请检查后重试。',
    invalid_code: '验证码不正确。请检查后重试。',
    captcha_rejected: '验证未通过。请重试。',
    invalid_phone: '此手机号码未被接受。请检查后重试。',
    approval_declined: '登录已在你的手机上被拒绝。请重新开始。',
    consent_denied: '访问被拒绝。请重新开始并允许访问。',
    consent_failed: '在服务商处登录失败。请重新开始。',
    consent_unconfirmed: finishHere,
    consent_elsewhere: finishHere,
    account_exists: '此账号已连接。请连接其他账号。',
    account_restricted: '此账号受到服务商的限制。请连接其他账号。',
    account_mismatch: '你登录了另一个账号。请使用之前的账号重新开始。',
    confirmation_pending: '账号尚未确认。请稍后重试。',
    mail_settings_needed: '找不到你的邮件服务器。请在下方输入其设置。',
    mail_settings_invalid: '这些设置无法使用。请检查后重试。',
    app_password_needed: '你的邮箱服务商要求使用应用专用密码。请创建一个并在此输入。',
    provider_rate_limited: tooOften,
    sign_in_in_progress: '此账号正在进行另一次登录。请稍后再试。',
    action_required: '服务商要求你先在其应用或网站上登录。请登录后再试。',
    subscription_required: '此账号没有所需的订阅。请连接其他账号。',
    provider_not_supported: '目前不可用。请选择其他方式或其他服务商。',
    provider_unavailable: '服务商目前没有响应。请稍后重试。',
    upstream_unavailable: upstreamDown,
    upstream_timeout: upstreamDown,
    upstream_unreachable: upstreamDown,
    upstream_rate_limited: upstreamDown,
    network_unreachable: unreachable,
    network_timeout: unreachable,
    server_unavailable: serverDown,
    shutting_down: serverDown,
    captcha_not_supported: '此验证无法在这里显示。请尝试其他方式。',
    rate_limited: tooOften,
    internal_error: '我们这边出了点问题。请重试。',
  },
  accounts: {
    label: '已连接的账号',
    loading: '正在加载你的账号…',
    empty: '尚未连接任何账号。',
    unavailable: '目前无法显示你的账号。',
    outdated: '此列表可能不是最新的。',
    reconnect: '重新连接',
    rename: {
      action: '重命名',
      form: (name) => `重命名 ${name}`,
      label: '名称',
      help: (provider) => `留空则使用 ${provider} 中的名称。`,
      save: '保存',
      refused: '名称未更改。',
    },
    disconnect: {
      action: '断开连接',
      heading: (name) => `要断开 ${name} 吗？`,
      text: (provider) => `此账号将立即在这里停用。${provider} 上的内容不会被删除，你可以随时重新连接。`,
      refused: '账号仍处于连接状态。',
    },
    changes: {
      connected: (name) => `已连接 ${name}。`,
      removed: (name) => `${name} 已断开连接。`,
      renamed: (before, name) => `${before} 已更名为 ${name}。`,
      status: (name, label) => `${name}：${label}。`,
    },
  },
  accountStatus: {
    label: {
      running: '已连接',
      disconnected: '需要登录',
      errored: '暂时中断',
      paused: '已暂停',
      degraded: '部分可用',
      partial: '访问受限',
    },
    help: {
      disconnected: '你已被登出，例如在更改密码之后。',
      errored: {
        provider: '服务商出现问题。我们会自动重新连接。',
        proxy: '此账号的网络连接出现问题。我们会自动重新连接。',
        unipile: '我们的连接服务出现问题。我们会自动重新连接。',
        other: '我们会自动重新连接。',
      },
      paused: '此账号已暂停，不再同步。请联系支持团队以恢复。',
      degraded: (part) =>
        part && parts[part]
          ? `${parts[part]}出现问题。我们会继续尝试。`
          : '此账号的部分功能无法使用。我们会继续尝试。',
      partial: (part) =>
        part && parts[part]
          ? `无法访问${parts[part]}。重新连接即可解决。`
          : '无法访问此账号的全部内容。重新连接即可解决。',
    },
  },
  captcha: {
    heading: '快速安全验证',
    failed: '无法显示此验证。请重试，或尝试其他方式。',
    slow: '无法使用？请重新加载验证，或尝试其他方式。',
    texts: { title: '人机验证', idle: '我是真人', solving: '正在验证…', solved: '已验证' },
  },
  contract: { heading: '选择合同' },
  challenge: { heading: '确认是你本人' },
  choice: { required: '请选择一个选项以继续。' },
  consent: {
    heading: (provider) => `连接 ${provider}`,
    text: (provider, account) =>
      account ? `你将以 ${account} 登录 ${provider}，然后返回这里。` : `你将登录 ${provider}，然后返回这里。`,
    open: (provider) => `使用 ${provider} 继续`,
    elsewhere: '请在另一个窗口中完成登录。',
    again: '重新打开窗口',
  },
  continueOnPhone: {
    open: '在手机上继续',
    text: '用手机相机扫描此二维码，或在手机上打开链接。请登录同一账号。',
    here: '可以保持此页面打开，它会自动更新。',
    code: '链接的二维码',
    link: '链接',
    copy: '复制链接',
    copied: '已复制',
    failed: '无法创建链接。请在此继续，或重试。',
  },
  cookies: {
    unreadable: (site, name) =>
      `无法读取此内容。请粘贴 ${site} 的 Cookie ${name} 的完整值，或完整的 Cookie 导出内容。`,
    missing: (site, name) => `其中没有 ${site} 的 Cookie ${name}。请一并粘贴。`,
    foreign: (site, other) => `这些 Cookie 来自 ${other}。请粘贴 ${site} 的 Cookie。`,
  },
  fieldErrors: {
    required: (name) => `请输入${name}。`,
    invalid: '此内容未被接受。请检查后重试。',
    too_long: '太长了。请检查后重试。',
    not_an_option: '请选择其中一个选项。',
    not_a_number: (name) => `请以整数输入${name}。`,
    not_an_email: '请输入完整的邮箱地址，例如 name@example.com。',
    cookie_missing: (_name, { cookie = '' }) => `缺少 Cookie ${cookie}。请一并粘贴。`,
    cookie_refused: '它已过期或不正确。请从已登录的浏览器中粘贴新的值。',
    password_refused: (_name, { side = '' }) =>
      side === 'smtp'
        ? '发件服务器拒绝了此邮箱和密码。请检查两者。'
        : side === 'imap'
          ? '收件服务器拒绝了此邮箱和密码。请检查两者。'
          : '服务器拒绝了此邮箱和密码。请检查两者。',
    app_password_needed: '请在此输入应用专用密码。',
    server_not_found: (name) => `找不到${name}。请检查其名称。`,
    server_not_reachable: (name) => `${name}没有响应。请检查服务器和端口。`,
    server_timeout: (name) => `${name}未及时响应。请检查服务器和端口。`,
    encryption_failed: (name) => `服务器在此端口不支持所选的${name}。请选择其他方式。`,
    certificate_not_trusted: (name) => `${name}的证书不受信任，或属于其他名称。请检查名称。`,
    port_out_of_range: (name) => `请输入 1 到 65535 之间的${name}。`,
  },
  forms: {
    methods: {
      credentials: '邮箱和密码',
      'instagram.credentials': '用户名和密码',
      'twitter.credentials': '用户名和密码',
      cookies: '浏览器 Cookie',
      'instagram.cookies': '浏览器 Cookie',
      password: '邮箱和密码',
      manual: '服务器设置',
    },
    fields: {
      username: { label: '邮箱或手机号码' },
      'instagram.username': { label: '用户名、邮箱或手机号码' },
      'twitter.username': { label: '用户名、邮箱或手机号码' },
      user: { label: '邮箱地址' },
      email: { label: '邮箱地址' },
      password: { label: '密码' },
      'linkedin.cookies': {
        label: 'Cookie 内容',
        name: 'Cookie',
        help: '粘贴 linkedin.com 的 Cookie li_at（使用 Recruiter 或 Sales Navigator 时还需 li_a），或完整的 Cookie 导出内容。',
      },
      'instagram.cookies': {
        label: 'Cookie 内容',
        name: 'Cookie',
        help: '粘贴 instagram.com 的 Cookie sessionid，或完整的 Cookie 导出内容。',
      },
      imap_host: { label: '服务器', name: '收件服务器' },
      imap_port: { label: '端口', name: '收件端口' },
      imap_encryption: { label: '加密', name: '收件加密方式' },
      smtp_host: { label: '服务器', name: '发件服务器' },
      smtp_port: { label: '端口', name: '发件端口' },
      smtp_encryption: { label: '加密', name: '发件加密方式' },
    },
    groups: { imap: '收件（IMAP）', smtp: '发件（SMTP）' },
    options: { tls: 'TLS', starttls: 'STARTTLS', default: '自动' },
    nameInSentence: (label) => `“${label}”`,
  },
  initialSync: {
    running: '正在导入你的消息…可能需要几分钟。',
    completed: '导入完成。',
    failed: '部分消息未能导入。我们会自动重试。',
    skip: '不等待，继续',
  },
  kindFilter: { label: '显示', all: '全部' },
  ownProxy: {
    open: '使用自己的代理',
    text: '我们现在和以后都会通过此服务器连接。不确定的话，请留空。',
    protocol: '类型',
    host: '服务器',
    port: '端口',
    username: '用户名',
    password: '代理密码',
    hostMissing: '请输入服务器，例如 proxy.example.com。',
    portInvalid: '请输入 1 到 65535 之间的端口。',
    hostRefused: '无法使用此服务器。请检查其名称，或留空。',
    notAllowed: '此处不能使用自己的代理。请留空。',
    failed: '此代理无法使用。请检查其设置，或留空。',
  },
  phone: {
    heading: '验证手机号码',
    text: (provider) => `${provider} 将向你发送验证码。`,
    label: '手机号码',
    help: '请包含国家代码，例如 +86 131 2345 6789。',
  },
  phoneField: { country: '国家或地区', invalid: '此号码似乎不完整。请检查。' },
  slow: {
    start: (provider) => `登录 ${provider} 可能需要一分钟…`,
    answer: (provider) => `${provider} 的响应时间比平时长…`,
  },
  qrSteps: {
    whatsapp: ['在手机上打开 WhatsApp', '前往“设置”›“已关联的设备”', '轻触“关联设备”，并将手机对准此屏幕'],
    telegram: ['在手机上打开 Telegram', '前往“设置”›“设备”', '轻触“关联桌面设备”，并将手机对准此屏幕'],
    google_messages: [
      '在手机上打开 Google 信息',
      '轻触你的头像›“设备配对”',
      '轻触“二维码扫描器”，并将手机对准此屏幕',
    ],
  },
  show: {
    kinds: {
      code: '请在手机上输入此代码',
      emoji: '请在手机上轻触此表情符号',
      number: '请在手机上轻触此数字',
      unknown: '请在手机上使用此内容',
    },
    steps: {
      'whatsapp.code': [
        '在手机上打开 WhatsApp',
        '前往“设置”›“已关联的设备”',
        '轻触“关联设备”›“改用手机号码关联”',
        '输入此代码',
      ],
      'google_messages.emoji': ['在手机上打开 Google 信息', '在手机上轻触相同的表情符号'],
    },
    copy: '复制',
    copied: '已复制',
    notCopied: '无法复制。请自行选中并复制。',
    validFor: (seconds) => `剩余有效时间 ${clock(seconds)}`,
    expired: '已过期。请获取新的。',
    refresh: '显示新的',
    renewed: '已显示新的。',
    waiting: '正在等待你的手机操作…',
  },
  unsupported: {
    heading: '此步骤在这里不可用',
    text: (provider) => `${provider} 要求提供我们无法显示的内容。请重新开始，或稍后重试。`,
    elsewhere: '在其他页面继续',
    nowhere: '没有其他页面可以完成此步骤。请重新开始。',
  },
}
