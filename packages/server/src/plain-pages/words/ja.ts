import type { PlainWords } from './plain-words.ts'

export const words: PlainWords = {
  support: 'サポートに問い合わせる',
  continue: '続ける',
  back: (product) => `${product ?? 'アプリ'}に戻る`,
  consent: {
    forged: {
      heading: 'このページは開けません',
      text: 'このアドレスに対応するログインはありません。何も変更されていません。',
    },
    expired: {
      heading: 'このログインは期限切れです',
      text: (product) => `時間がかかりすぎました。${product ?? 'アプリ'}に戻って、もう一度始めてください。`,
    },
    used: {
      heading: 'このログインはすでに完了しています',
      text: (product) => `結果を見るには、${product ?? 'アプリ'}に戻ってください。`,
    },
    returned: {
      heading: (product) => `${product ?? 'アプリ'}に戻れます`,
      closes: 'このウィンドウは自動的に閉じます。',
      stays: 'このページを閉じて構いません。',
    },
  },
  wizard: {
    connect: {
      heading: 'アカウントを連携',
      before: 'ログインするアカウントの連携先: ',
      at: ' – ',
      after: '。',
      sender: 'このリンクの送信者',
      question:
        'この方がアカウントにアクセスできるようになります。ご本人または知っている方の場合のみ続けてください。',
      notOpened:
        'このリンクは別のブラウザーで開かれたか、無効になっています。新しいリンクを依頼してください。',
      offline: '問題が発生しました。インターネット接続を確認して、もう一度お試しください。',
    },
    waiting: { heading: 'お待ちください…', text: 'アカウントを連携しています。' },
    unknown: {
      heading: 'このページは開けません',
      text: 'このアドレスに対応するリンクはありません。何も変更されていません。',
    },
    unconfirmed: {
      heading: 'アカウントは連携されていません',
      text: 'リンクを開いたブラウザーとは異なります。新しいリンクを依頼し、このブラウザーで開いてください。',
    },
    pending: {
      heading: 'もうすぐ完了です',
      text: (product) =>
        `確認が済むと、${product ?? 'アプリ'}にアカウントが表示されます。このページを閉じて構いません。`,
    },
    linked: {
      heading: 'アカウントを連携しました',
      text: (product) =>
        product
          ? `${product}と連携しました。このページを閉じて構いません。`
          : 'このページを閉じて構いません。',
    },
    notLinked: {
      heading: 'アカウントは連携されていません',
      text: 'このページを閉じて構いません。もう一度試すには、新しいリンクを依頼してください。',
    },
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
