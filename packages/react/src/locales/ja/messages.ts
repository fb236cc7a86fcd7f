import type { Channel } from '@connect-account/core'
import { clock } from '../clock.ts'
import type { Messages } from '../messages.ts'

const duration = (seconds: number) => (seconds < 60 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分`)

const channels: Record<Channel, string> = { email: 'メール', sms: 'SMS', whatsapp: 'WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${provider}から${channel ? `${channels[channel]}で` : ''}コードが送信されました。`

const parts: Readonly<Record<string, string>> = {
  calendar: 'カレンダー',
  mail: 'メール',
  messaging: 'メッセージ',
  recruiter: 'Recruiter',
  'sales navigator': 'Sales Navigator',
}

const notAccepted = '入力内容が受け付けられませんでした。確認して、もう一度お試しください。'
const sessionEnded = 'セッションが終了しました。ページを再読み込みし、必要に応じてログインし直してください。'
const unreachable = '現在サーバーに接続できません。しばらくしてから、もう一度お試しください。'
const serverDown = '現在サーバーに問題が発生しています。しばらくしてから、もう一度お試しください。'
const upstreamDown = '連携サービスが応答していません。数分後にもう一度お試しください。'
const tooOften = '試行回数が多すぎます。しばらくしてからお試しください。'
const finishHere =
  'このブラウザーでログインが完了しなかったため、アカウントは連携されていません。最初からやり直してください。'
const attemptEnded = 'このログインは終了しました。最初からやり直してください。'

export const messages: Messages = {
  actions: {
    back: '戻る',
    cancel: 'キャンセル',
    close: '閉じる',
    continue: '続ける',
    done: '完了',
    restart: '最初からやり直す',
    retry: 'もう一度試す',
    anotherWay: '別の方法を試す',
    another: '別のアカウントを連携',
    resend: '再送信',
    resendIn: (seconds) => `${clock(seconds)}後に再送信`,
    sentResendIn: (seconds) => `送信しました。${clock(seconds)}後に再送信`,
    resent: (seconds) =>
      seconds > 0 ? `再送信しました。${duration(seconds)}後にもう一度送信できます。` : '再送信しました。',
    help: '手順を見る',
    reconnect: '再連携',
  },
  announcement: (heading, text) => `${heading}。${text}`,
  working: '処理中…',
  offline: 'オフラインです。接続が戻ると続行します。',
  chunkFailed: {
    heading: 'この手順を読み込めませんでした',
    text: '接続を確認して、もう一度お試しください。解決しない場合は、ページを再読み込みしてください。',
  },
  screenFailed: {
    heading: 'この手順を表示できません',
    text: 'こちらで問題が発生しました。もう一度試すか、後ほどお試しください。',
  },
  preparing: { heading: 'お待ちください…' },
  providers: { imap: { name: 'その他のメール', service: 'メールサービス', account: 'メール' } },
  picker: {
    heading: 'アカウントを連携',
    search: '検索',
    results: (count) => `${count}件`,
    none: '連携できるアカウントがありません。',
    empty: (query) => `「${query}」に一致するものはありません。`,
    kinds: { messaging: 'メッセージ', social: 'SNS', email: 'メール', calendar: 'カレンダー' },
    connected: '連携済み',
    methods: { form: 'パスワード', qr: 'QRコード', consent: 'ログインページ' },
  },
  outage: {
    unreachable: '現在サーバーに接続できません。復旧すると続行します。',
    server: '現在サーバーに問題が発生しています。復旧すると続行します。',
  },
  notSent: 'オフラインです。接続が戻ってから、もう一度お試しください。',
  unavailable: { heading: '現在ご利用いただけません' },
  retryIn: (seconds) => `${duration(seconds)}お待ちください。`,
  tooOftenFor: (seconds) => `試行回数が多すぎます。${duration(seconds)}後にもう一度お試しください。`,
  retryNow: 'もう一度お試しいただけます。',
  wrongFields: (count) => `${count}個の項目を確認してください。`,
  introduction: {
    heading: (account, host) => `${account ?? ''}アカウントを${host ? `${host}と` : ''}連携`,
    reads: {
      messages: 'メッセージと連絡先の読み取り',
      email: 'メールとフォルダーの読み取り',
      calendar: 'カレンダーと予定の読み取り',
      mixed: 'メッセージ、メール、連絡先の読み取り',
    },
    sends: {
      messages: 'あなたに代わってメッセージを送信',
      email: 'あなたに代わってメールを送信',
      calendar: '予定の作成と変更',
      mixed: 'あなたに代わってメッセージとメールを送信',
    },
    disconnect: (host) => `連携は${host ? `${host}で` : ''}いつでも解除できます`,
  },
  brandLinks: { termsUrl: '利用規約', privacyUrl: 'プライバシー', helpUrl: 'ヘルプ' },
  credentials: {
    heading: (provider, account) =>
      account ? `${provider}に${account}としてログインし直す` : `${provider}にログイン`,
    required: (name) => `${name}を入力してください。`,
    cookiesRequired: (name) => `${name}をここに貼り付けてください。`,
    show: 'パスワードを表示',
    promise: (provider, host) =>
      `${provider}に安全に送信され、${host ? `${host}に` : ''}保存されることはありません。`,
    submit: 'ログイン',
    method: 'ログイン方法',
  },
  code: {
    heading: '確認コードを入力',
    label: '確認コード',
    otp: codeSentBy,
    otp_or_in_app: (provider, channel) =>
      `${codeSentBy(provider, channel)}または、${provider}アプリでログインを承認してください。`,
    two_factor: (provider, platform) =>
      platform === 'app'
        ? '認証アプリに表示されるコードを入力してください。'
        : codeSentBy(provider, platform),
    waiting: '承認を待っています…',
    incomplete: 'コードをすべて入力してください。',
    tooLong: (length) => `長すぎます。コードは${length}文字です。`,
    notACode: 'コードだけを入力してください。',
  },
  password: {
    heading: 'パスワードを入力',
    text: '2段階認証のパスワードを使用してください。',
    label: 'パスワード',
    incomplete: 'パスワードを入力してください。',
    wrong: 'パスワードが正しくありません。もう一度お試しください。',
  },
  in_app: {
    heading: 'スマートフォンを確認してください',
    text: (provider) => `${provider}アプリでログインを承認してください。`,
  },
  qr: {
    heading: (provider) => `${provider}でスキャン`,
    reconnect: (account) => `${account}のスマートフォンを使用してください。`,
    label: 'QRコード',
    samePhone: 'スマートフォンでご覧の場合は、パソコンでこのページを開いてコードをスキャンしてください。',
    freshFor: (seconds) => `${clock(seconds)}後に新しいコード`,
    due: '新しいコードを取得しています…',
    renewed: '新しいコードが表示されました。',
    refresh: '新しいコードを表示',
  },
  loading: { heading: (provider) => `${provider}の応答を待っています` },
  linked: { heading: (provider) => `${provider}アカウントを連携しました` },
  relinked: { heading: (provider) => `${provider}アカウントを再連携しました` },
  duplicate: {
    heading: 'すでに連携されています',
    own: 'このアカウントは連携済みです。このままご利用いただけます。',
    broken: 'このアカウントの連携が切れています。同期を続けるには再連携してください。',
    other: (provider) =>
      `この${provider}アカウントはすでに別の場所で連携されています。別のアカウントを連携してください。`,
  },
  restricted: {
    heading: 'このアカウントは連携できません',
    text: (provider) =>
      `このアカウントは${provider}によって制限されています。サポートに問い合わせるか、別のアカウントを連携してください。`,
    reason: '理由',
    userId: 'アカウントID',
  },
  mismatch: {
    heading: '別のアカウントです',
    text: (provider, account) =>
      account
        ? `別のアカウントでログインしています。${account}としてログインしてください。`
        : `別のアカウントでログインしています。以前連携した${provider}アカウントでログインしてください。`,
  },
  canceled: {
    heading: 'キャンセルしました',
    text: 'アカウントは連携されていません。最初からやり直せます。',
    elsewhere: '別のタブまたは別のデバイスでキャンセルされました。アカウントは連携されていません。',
  },
  expired: {
    heading: '時間切れです',
    text: '安全のため、ログインの有効期限が切れました。もう一度お試しください。',
  },
  failed: { heading: '連携できませんでした' },
  errors: {
    invalid_request: notAccepted,
    session_missing: 'ログイン中の方を確認できませんでした。もう一度試すか、ページを再読み込みしてください。',
    session_invalid: sessionEnded,
    session_expired: sessionEnded,
    session_unavailable: serverDown,
    intent_not_found: attemptEnded,
    intent_of_other_user:
      'このログインは別の方が開始したか、すでに終了しています。同じ方としてここでログインするか、新しく開始してください。',
    intent_ended: attemptEnded,
    resend_not_available: '再送信できません。別の方法をお試しください。',
    resend_too_soon: tooOften,
    no_other_way: 'このアカウントには別の方法がありません。このまま続けるか、最初からやり直してください。',
    account_not_found: 'このアカウントはもうありません。新しいアカウントとして連携してください。',
    invalid_credentials:
      'ユーザー名またはパスワードが正しくありません。両方を確認して、もう一度お試しください。',
    invalid_code: 'コードが正しくありません。確認して、もう一度お試しください。',
    captcha_rejected: '確認できませんでした。もう一度お試しください。',
    invalid_phone: 'この電話番号は受け付けられませんでした。確認して、もう一度お試しください。',
    approval_declined: 'スマートフォンでログインが拒否されました。最初からやり直してください。',
    consent_denied: 'アクセスが拒否されました。最初からやり直して、許可してください。',
    consent_failed: 'ログインできませんでした。最初からやり直してください。',
    consent_unconfirmed: finishHere,
    consent_elsewhere: finishHere,
    account_exists: 'このアカウントはすでに連携されています。別のアカウントを連携してください。',
    account_restricted: 'このアカウントは提供元によって制限されています。別のアカウントを連携してください。',
    account_mismatch: '別のアカウントでログインしています。以前のアカウントで最初からやり直してください。',
    confirmation_pending: 'アカウントはまだ確認されていません。後ほどお試しください。',
    mail_settings_needed: 'メールサーバーが見つかりませんでした。下に設定を入力してください。',
    mail_settings_invalid: 'この設定では接続できません。確認して、もう一度お試しください。',
    app_password_needed:
      'このメールサービスにはアプリパスワードが必要です。作成して、ここに入力してください。',
    provider_rate_limited: tooOften,
    sign_in_in_progress: 'このアカウントでは別のログインが進行中です。少し待ってからもう一度お試しください。',
    action_required:
      '先に提供元のアプリまたはサイトでログインする必要があります。ログインしてから、もう一度お試しください。',
    subscription_required:
      'このアカウントには必要なサブスクリプションがありません。別のアカウントを連携してください。',
    provider_not_supported: '現在ご利用いただけません。別の方法または別のサービスを選んでください。',
    provider_unavailable: '提供元のサービスが応答していません。後ほどお試しください。',
    upstream_unavailable: upstreamDown,
    upstream_timeout: upstreamDown,
    upstream_unreachable: upstreamDown,
    upstream_rate_limited: upstreamDown,
    network_unreachable: unreachable,
    network_timeout: unreachable,
    server_unavailable: serverDown,
    shutting_down: serverDown,
    captcha_not_supported: 'この確認はここでは表示できません。別の方法をお試しください。',
    rate_limited: tooOften,
    internal_error: 'こちらで問題が発生しました。もう一度お試しください。',
  },
  accounts: {
    label: '連携中のアカウント',
    loading: 'アカウントを読み込んでいます…',
    empty: '連携中のアカウントはまだありません。',
    unavailable: '現在アカウントを表示できません。',
    outdated: 'この一覧は最新ではない可能性があります。',
    reconnect: '再連携',
    rename: {
      action: '名前を変更',
      form: (name) => `${name}の名前を変更`,
      label: '名前',
      help: (provider) => `空欄にすると、${provider}の名前を使用します。`,
      save: '保存',
      refused: '名前は変更されませんでした。',
    },
    disconnect: {
      action: '連携を解除',
      heading: (name) => `${name}の連携を解除しますか？`,
      text: (provider) =>
        `ここではすぐに使えなくなります。${provider}のデータは削除されず、いつでも再連携できます。`,
      refused: 'アカウントは連携されたままです。',
    },
    changes: {
      connected: (name) => `${name}を連携しました。`,
      removed: (name) => `${name}の連携が解除されました。`,
      renamed: (before, name) => `${before}の名前が${name}に変わりました。`,
      status: (name, label) => `${name}: ${label}。`,
    },
  },
  accountStatus: {
    label: {
      running: '連携中',
      disconnected: 'ログインが必要',
      errored: '一時的に中断',
      paused: '一時停止中',
      degraded: '一部のみ動作',
      partial: 'アクセス制限あり',
    },
    help: {
      disconnected: 'パスワードの変更などにより、ログアウトされました。',
      errored: {
        provider: '提供元のサービスに問題が発生しています。自動的に再接続します。',
        proxy: '接続に問題が発生しています。自動的に再接続します。',
        unipile: '連携サービスに問題が発生しています。自動的に再接続します。',
        other: '自動的に再接続します。',
      },
      paused: 'アカウントは一時停止中で、同期されていません。再開するにはサポートにお問い合わせください。',
      degraded: (part) =>
        part && parts[part]
          ? `${parts[part]}に問題が発生しています。引き続き試行します。`
          : 'アカウントの一部が動作していません。引き続き試行します。',
      partial: (part) =>
        part && parts[part]
          ? `${parts[part]}にアクセスできません。再連携すると解決します。`
          : 'アカウントの一部にアクセスできません。再連携すると解決します。',
    },
  },
  captcha: {
    heading: 'セキュリティの確認',
    failed: 'この確認を表示できませんでした。もう一度試すか、別の方法をお試しください。',
    slow: 'うまくいかない場合は、再読み込みするか、別の方法をお試しください。',
    texts: { title: '画像認証', idle: '私は人間です', solving: '確認中…', solved: '確認済み' },
  },
  contract: { heading: '契約を選択' },
  challenge: { heading: 'ご本人確認' },
  choice: { required: '続けるには、いずれかを選択してください。' },
  consent: {
    heading: (provider) => `${provider}を連携`,
    text: (provider, account) =>
      account
        ? `${provider}に${account}としてログインすると、ここに戻ります。`
        : `${provider}にログインすると、ここに戻ります。`,
    open: (provider) => `${provider}で続ける`,
    elsewhere: '別のウィンドウでログインを完了してください。',
    again: 'ウィンドウを開き直す',
  },
  continueOnPhone: {
    open: 'スマートフォンで続ける',
    text: 'このコードをスマートフォンのカメラでスキャンするか、スマートフォンでリンクを開いてください。同じアカウントでログインしてください。',
    here: 'このページは開いたままで構いません。自動的に更新されます。',
    code: 'リンクのQRコード',
    link: 'リンク',
    copy: 'リンクをコピー',
    copied: 'コピーしました',
    failed: 'リンクを作成できませんでした。ここで続けるか、もう一度お試しください。',
  },
  cookies: {
    unreadable: (site, name) =>
      `読み取れませんでした。${site}のCookie「${name}」の値全体、またはCookieのエクスポート全体を貼り付けてください。`,
    missing: (site, name) => `${site}のCookie「${name}」が含まれていません。それも貼り付けてください。`,
    foreign: (site, other) => `これは${other}のCookieです。${site}のものを貼り付けてください。`,
  },
  fieldErrors: {
    required: (name) => `${name}を入力してください。`,
    invalid: '受け付けられませんでした。確認して、もう一度お試しください。',
    too_long: '長すぎます。確認して、もう一度お試しください。',
    not_an_option: 'いずれかの選択肢を選んでください。',
    not_a_number: (name) => `${name}を整数で入力してください。`,
    not_an_email: 'name@example.comのように、メールアドレス全体を入力してください。',
    cookie_missing: (_name, { cookie = '' }) => `Cookie「${cookie}」がありません。それも貼り付けてください。`,
    cookie_refused:
      '有効期限が切れているか、正しくありません。ログイン中のブラウザーから新しいものを貼り付けてください。',
    password_refused: (_name, { side = '' }) =>
      side === 'smtp'
        ? '送信メールサーバーがこのメールアドレスとパスワードを拒否しました。両方を確認してください。'
        : side === 'imap'
          ? '受信メールサーバーがこのメールアドレスとパスワードを拒否しました。両方を確認してください。'
          : 'サーバーがこのメールアドレスとパスワードを拒否しました。両方を確認してください。',
    app_password_needed: 'ここにアプリパスワードを入力してください。',
    server_not_found: (name) => `${name}が見つかりません。名前を確認してください。`,
    server_not_reachable: (name) => `${name}から応答がありません。サーバーとポートを確認してください。`,
    server_timeout: (name) =>
      `${name}から時間内に応答がありませんでした。サーバーとポートを確認してください。`,
    encryption_failed: (name) =>
      `サーバーはこのポートで${name}に対応していません。別のものを選んでください。`,
    certificate_not_trusted: (name) =>
      `${name}の証明書が信頼できないか、別の名前のものです。名前を確認してください。`,
    port_out_of_range: (name) => `${name}を1から65535までの数字で入力してください。`,
  },
  forms: {
    methods: {
      credentials: 'メールアドレスとパスワード',
      'instagram.credentials': 'ユーザー名とパスワード',
      'twitter.credentials': 'ユーザー名とパスワード',
      cookies: 'ブラウザーのCookie',
      'instagram.cookies': 'ブラウザーのCookie',
      password: 'メールアドレスとパスワード',
      manual: 'サーバー設定',
    },
    fields: {
      username: { label: 'メールアドレスまたは電話番号' },
      'instagram.username': { label: 'ユーザー名、メールアドレスまたは電話番号' },
      'twitter.username': { label: 'ユーザー名、メールアドレスまたは電話番号' },
      user: { label: 'メールアドレス' },
      email: { label: 'メールアドレス' },
      password: { label: 'パスワード' },
      'linkedin.cookies': {
        label: 'Cookieの値',
        name: 'Cookie',
        help: 'linkedin.comのCookie「li_at」を貼り付けてください。RecruiterまたはSales Navigatorでは「li_a」も必要です。Cookieのエクスポート全体でも構いません。',
      },
      'instagram.cookies': {
        label: 'Cookieの値',
        name: 'Cookie',
        help: 'instagram.comのCookie「sessionid」、またはCookieのエクスポート全体を貼り付けてください。',
      },
      imap_host: { label: 'サーバー', name: '受信メールサーバー' },
      imap_port: { label: 'ポート', name: '受信メールのポート' },
      imap_encryption: { label: '暗号化', name: '受信メールの暗号化' },
      smtp_host: { label: 'サーバー', name: '送信メールサーバー' },
      smtp_port: { label: 'ポート', name: '送信メールのポート' },
      smtp_encryption: { label: '暗号化', name: '送信メールの暗号化' },
    },
    groups: { imap: '受信メール（IMAP）', smtp: '送信メール（SMTP）' },
    options: { tls: 'TLS', starttls: 'STARTTLS', default: '自動' },
    nameInSentence: (label) => label,
  },
  initialSync: {
    running: 'メッセージを取り込んでいます…数分かかることがあります。',
    completed: '取り込みが完了しました。',
    failed: '一部のメッセージを取り込めませんでした。自動的に再試行します。',
    skip: '待たずに続ける',
  },
  kindFilter: { label: '表示', all: 'すべて' },
  ownProxy: {
    open: '自分のプロキシを使う',
    text: '今後もこのサーバーを経由して接続します。不明な場合は空欄のままにしてください。',
    protocol: '種類',
    host: 'サーバー',
    port: 'ポート',
    username: 'ユーザー名',
    password: 'プロキシのパスワード',
    hostMissing: 'proxy.example.comのように、サーバーを入力してください。',
    portInvalid: '1から65535までのポートを入力してください。',
    hostRefused: 'このサーバーは使用できません。名前を確認するか、空欄にしてください。',
    notAllowed: 'ここでは自分のプロキシを使用できません。空欄にしてください。',
    failed: 'このプロキシでは接続できませんでした。設定を確認するか、空欄にしてください。',
  },
  phone: {
    heading: '電話番号の確認',
    text: (provider) => `${provider}からコードが送信されます。`,
    label: '電話番号',
    help: '+81 90-1234-5678のように、国番号から入力してください。',
  },
  phoneField: { country: '国', invalid: '番号が足りないようです。確認してください。' },
  slow: {
    start: (provider) => `${provider}へのログインには1分ほどかかることがあります…`,
    answer: (provider) => `${provider}の応答に通常より時間がかかっています…`,
  },
  qrSteps: {
    whatsapp: [
      'スマートフォンでWhatsAppを開きます',
      '［設定］›［リンク済みデバイス］に進みます',
      '［デバイスをリンク］をタップし、スマートフォンをこの画面に向けます',
    ],
    telegram: [
      'スマートフォンでTelegramを開きます',
      '［設定］›［デバイス］に進みます',
      '［デスクトップデバイスをリンク］をタップし、スマートフォンをこの画面に向けます',
    ],
    google_messages: [
      'スマートフォンでGoogle メッセージを開きます',
      '自分の写真›［デバイスをペア設定］をタップします',
      '［QRコードスキャナ］をタップし、スマートフォンをこの画面に向けます',
    ],
  },
  show: {
    kinds: {
      code: 'このコードをスマートフォンに入力してください',
      emoji: 'スマートフォンでこの絵文字をタップしてください',
      number: 'スマートフォンでこの数字をタップしてください',
      unknown: 'スマートフォンでこれを使用してください',
    },
    steps: {
      'whatsapp.code': [
        'スマートフォンでWhatsAppを開きます',
        '［設定］›［リンク済みデバイス］に進みます',
        '［デバイスをリンク］›［電話番号でリンク］をタップします',
        'このコードを入力します',
      ],
      'google_messages.emoji': [
        'スマートフォンでGoogle メッセージを開きます',
        '表示された同じ絵文字をタップします',
      ],
    },
    copy: 'コピー',
    copied: 'コピーしました',
    notCopied: 'コピーできませんでした。選択してコピーしてください。',
    validFor: (seconds) => `有効期限まで ${clock(seconds)}`,
    expired: '有効期限が切れました。新しいものを表示してください。',
    refresh: '新しいものを表示',
    renewed: '新しいものが表示されました。',
    waiting: 'スマートフォンの操作を待っています…',
  },
  unsupported: {
    heading: 'この手順はここでは行えません',
    text: (provider) =>
      `${provider}から、ここでは表示できない内容を求められています。最初からやり直すか、後ほどお試しください。`,
    elsewhere: '別のページで続ける',
    nowhere: 'これに対応するページはほかにありません。最初からやり直してください。',
  },
}
