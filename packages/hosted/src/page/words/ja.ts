import type { PageWords } from './page-words.ts'

export const words: PageWords = {
  title: 'アカウントを連携',
  retry: 'もう一度試す',
  continue: '続ける',
  cancel: 'キャンセル',
  at: ' – ',
  support: 'サポートに問い合わせる',
  links: { termsUrl: '利用規約', privacyUrl: 'プライバシー', helpUrl: 'ヘルプ' },
  back: (product) => `${product ?? 'アプリ'}に戻る`,
  connectsTo: { before: '連携先: ', after: '' },
  introduction: {
    connect: {
      asks: (product) => `${product}がアカウントの連携をリクエストしています`,
      heading: 'アカウントを連携',
      before: 'このアカウントの連携先: ',
      after: '。',
    },
    reconnect: {
      asks: (product) => `${product}がアカウントの再連携をリクエストしています`,
      heading: 'アカウントを再連携',
      before: 'このアカウントの再連携先: ',
      after: '。',
    },
    question:
      'この方がアカウントにアクセスできるようになります。ご本人または知っている方の場合のみ続けてください。',
  },
  noLink: {
    heading: 'リンクをもう一度開いてください',
    text: 'このページは、届いたリンクからのみ開けます。このブラウザーでリンクをもう一度開いてください。',
  },
  failed: { heading: '問題が発生しました', text: 'しばらくしてから、もう一度お試しください。' },
  outage: {
    offline: { heading: 'オフラインです', text: '接続が戻ると続行します。' },
    unreachable: { heading: 'サーバーに接続できません', text: 'このページは自動的に再試行します。' },
    server: { heading: 'サーバーに問題が発生しています', text: 'このページは自動的に再試行します。' },
  },
  leaving: { heading: 'お待ちください…', text: '元のページに戻ります…' },
  linked: {
    heading: 'アカウントを連携しました',
    text: (product) =>
      product ? `${product}と連携しました。このページを閉じて構いません。` : 'このページを閉じて構いません。',
  },
  notLinked: {
    heading: 'アカウントは連携されていません',
    text: 'このページを閉じるか、リンクをもう一度開いてお試しください。',
  },
  refusals: {
    link_not_found: {
      heading: 'このリンクは使用できません',
      text: 'アドレス全体を開いたか確認するか、新しいリンクを依頼してください。',
    },
    link_expired: {
      heading: 'このリンクは期限切れです',
      text: 'アカウントを連携するには、新しいリンクを依頼してください。',
    },
    link_used: {
      heading: 'このリンクは使用済みです',
      text: '別のアカウントを連携するには、新しいリンクを依頼してください。',
    },
    link_revoked: {
      heading: 'このリンクは無効になりました',
      text: 'リンクは取り消されました。引き続き連携する場合は、新しいリンクを依頼してください。',
    },
    link_in_use: {
      heading: 'このリンクは別のブラウザーで開かれています',
      text: '最初に開いたブラウザーまたはアプリに戻るか、新しいリンクを依頼してください。',
    },
    rate_limited: {
      heading: '試行回数が多すぎます',
      text: '数分待ってから、リンクをもう一度開いてください。',
    },
    link_account_removed: {
      heading: 'このアカウントの連携は解除されています',
      text: 'このリンクは再連携用です。もう一度連携するには、新しいリンクを依頼してください。',
    },
  },
}
