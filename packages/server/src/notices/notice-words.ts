import type { Language } from '@connect-account/core/internal'

/** What the texts mention. */
interface Mentioned {
  readonly product: string
  /** A brand, or the word for an email account. */
  readonly provider: string
  /** Empty if it has no name. */
  readonly account: string
}

interface Words {
  /** What an account of a mailbox without a brand is called, where other accounts have their brand. */
  readonly mailbox: string
  readonly subject: (mentioned: Mentioned) => string
  readonly title: (mentioned: Mentioned) => string
  readonly what: (mentioned: Mentioned) => string
  /** The same if only a part of the account stopped working. */
  readonly whatPartly: (mentioned: Mentioned) => string
  readonly why: (mentioned: Mentioned) => string
  readonly reason: (reason: string) => string
  readonly action: (mentioned: Mentioned) => string
  readonly instead: string
  readonly confidence: string
  readonly footer: (mentioned: Mentioned) => string
}

const named = (account: string) => (account ? ` ${account}` : '')
const inParentheses = (account: string) => (account ? ` (${account})` : '')

/** The words of the email, by language. */
export const noticeWords: Readonly<Record<Language, Words>> = {
  en: {
    mailbox: 'email',
    subject: ({ provider, product }) => `Reconnect your ${provider} account to ${product}`,
    title: ({ provider }) => `Your ${provider} account needs your attention`,
    what: ({ provider, product, account }) =>
      `${product} is no longer connected to your ${provider} account${named(account)}.`,
    whatPartly: ({ provider, product, account }) =>
      `${product} can no longer use a part of your ${provider} account${named(account)}.`,
    why: ({ product }) =>
      `This happens when a password was changed or you were signed out. Nothing is lost: sign in again and ${product} continues.`,
    reason: (reason) => `Reason given: ${reason}`,
    action: ({ provider }) => `Reconnect ${provider}`,
    instead: 'If the button doesn’t work, copy this address into your browser:',
    confidence: 'This link is only for you. Please don’t forward this email.',
    footer: ({ provider, product }) =>
      `You’re receiving this email because you connected a ${provider} account to ${product}. If you no longer want the connection, you can ignore it.`,
  },
  fr: {
    mailbox: 'de messagerie',
    subject: ({ provider, product }) => `Reconnectez votre compte ${provider} à ${product}`,
    title: ({ provider }) => `Votre compte ${provider} a besoin de vous`,
    what: ({ provider, product, account }) =>
      `${product} n’est plus connecté à votre compte ${provider}${named(account)}.`,
    whatPartly: ({ provider, product, account }) =>
      `${product} ne peut plus utiliser une partie de votre compte ${provider}${named(account)}.`,
    why: ({ product }) =>
      `Cela arrive après un changement de mot de passe ou une déconnexion. Rien n’est perdu : identifiez-vous à nouveau et ${product} reprend.`,
    reason: (reason) => `Motif indiqué : ${reason}`,
    action: () => 'Reconnecter le compte',
    instead: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
    confidence: 'Ce lien est pour vous seul : ne transférez pas cet e-mail.',
    footer: ({ provider, product }) =>
      `Vous recevez cet e-mail parce que vous avez connecté un compte ${provider} à ${product}. Si vous ne voulez plus de cette connexion, vous n’avez rien à faire.`,
  },
  de: {
    mailbox: 'E-Mail',
    subject: ({ provider, product }) => `Verbinden Sie Ihr ${provider}-Konto wieder mit ${product}`,
    title: ({ provider }) => `Ihr ${provider}-Konto braucht Sie`,
    what: ({ provider, product, account }) =>
      `${product} ist nicht mehr mit Ihrem ${provider}-Konto${inParentheses(account)} verbunden.`,
    whatPartly: ({ provider, product, account }) =>
      `${product} kann einen Teil Ihres ${provider}-Kontos${inParentheses(account)} nicht mehr nutzen.`,
    why: ({ product }) =>
      `Das geschieht, wenn ein Passwort geändert wurde oder Sie abgemeldet wurden. Es ist nichts verloren: Melden Sie sich wieder an, und ${product} macht weiter.`,
    reason: (reason) => `Genannter Grund: ${reason}`,
    action: () => 'Konto wieder verbinden',
    instead: 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
    confidence: 'Der Link ist nur für Sie: Bitte leiten Sie diese E-Mail nicht weiter.',
    footer: ({ provider, product }) =>
      `Sie erhalten diese E-Mail, weil Sie ein ${provider}-Konto mit ${product} verbunden haben. Wenn Sie die Verbindung nicht mehr möchten, müssen Sie nichts tun.`,
  },
  es: {
    mailbox: 'correo',
    subject: ({ provider, product }) => `Reconecta tu cuenta de ${provider} con ${product}`,
    title: ({ provider }) => `Tu cuenta de ${provider} te necesita`,
    what: ({ provider, product, account }) =>
      `${product} ya no está conectado con tu cuenta de ${provider}${inParentheses(account)}.`,
    whatPartly: ({ provider, product, account }) =>
      `${product} ya no puede usar una parte de tu cuenta de ${provider}${inParentheses(account)}.`,
    why: ({ product }) =>
      `Ocurre cuando se cambia una contraseña o se cierra la sesión. No se ha perdido nada: inicia sesión de nuevo y ${product} continuará.`,
    reason: (reason) => `Motivo indicado: ${reason}`,
    action: () => 'Reconectar la cuenta',
    instead: 'Si el botón no funciona, copia esta dirección en tu navegador:',
    confidence: 'El enlace es solo para ti: no reenvíes este correo.',
    footer: ({ provider, product }) =>
      `Recibes este correo porque conectaste una cuenta de ${provider} con ${product}. Si ya no quieres la conexión, no tienes que hacer nada.`,
  },
  'pt-BR': {
    mailbox: 'e-mail',
    subject: ({ provider, product }) => `Reconecte sua conta de ${provider} com ${product}`,
    title: ({ provider }) => `Sua conta de ${provider} precisa de você`,
    what: ({ provider, product, account }) =>
      `${product} não está mais conectado à sua conta de ${provider}${inParentheses(account)}.`,
    whatPartly: ({ provider, product, account }) =>
      `${product} não consegue mais usar uma parte da sua conta de ${provider}${inParentheses(account)}.`,
    why: ({ product }) =>
      `Isso acontece quando uma senha é alterada ou a sessão é encerrada. Nada foi perdido: entre de novo e ${product} continua.`,
    reason: (reason) => `Motivo informado: ${reason}`,
    action: () => 'Reconectar a conta',
    instead: 'Se o botão não funcionar, copie este endereço no seu navegador:',
    confidence: 'O link é só para você: não encaminhe este e-mail.',
    footer: ({ provider, product }) =>
      `Você recebe este e-mail porque conectou uma conta de ${provider} com ${product}. Se não quiser mais a conexão, não precisa fazer nada.`,
  },
  it: {
    mailbox: 'email',
    subject: ({ provider, product }) => `Ricollega il tuo account ${provider} a ${product}`,
    title: ({ provider }) => `Il tuo account ${provider} ha bisogno di te`,
    what: ({ provider, product, account }) =>
      `${product} non è più collegato al tuo account ${provider}${named(account)}.`,
    whatPartly: ({ provider, product, account }) =>
      `${product} non può più usare una parte del tuo account ${provider}${named(account)}.`,
    why: ({ product }) =>
      `Succede quando una password viene cambiata o la sessione viene chiusa. Non è andato perso nulla: accedi di nuovo e ${product} continua.`,
    reason: (reason) => `Motivo indicato: ${reason}`,
    action: () => 'Ricollega l’account',
    instead: 'Se il pulsante non funziona, copia questo indirizzo nel browser:',
    confidence: 'Il link è solo per te: non inoltrare questa email.',
    footer: ({ provider, product }) =>
      `Ricevi questa email perché hai collegato un account ${provider} a ${product}. Se non vuoi più il collegamento, non devi fare nulla.`,
  },
  nl: {
    mailbox: 'e-mail',
    subject: ({ provider, product }) => `Koppel je ${provider}-account opnieuw aan ${product}`,
    title: ({ provider }) => `Je ${provider}-account heeft je nodig`,
    what: ({ provider, product, account }) =>
      `${product} is niet meer gekoppeld aan je ${provider}-account${named(account)}.`,
    whatPartly: ({ provider, product, account }) =>
      `${product} kan een deel van je ${provider}-account${named(account)} niet meer gebruiken.`,
    why: ({ product }) =>
      `Dit gebeurt als een wachtwoord is gewijzigd of als je bent uitgelogd. Er is niets verloren: log opnieuw in en ${product} gaat verder.`,
    reason: (reason) => `Opgegeven reden: ${reason}`,
    action: () => 'Account opnieuw koppelen',
    instead: 'Werkt de knop niet? Kopieer dan dit adres naar je browser:',
    confidence: 'De link is alleen voor jou: stuur deze e-mail niet door.',
    footer: ({ provider, product }) =>
      `Je ontvangt deze e-mail omdat je een ${provider}-account aan ${product} hebt gekoppeld. Wil je de koppeling niet meer, dan hoef je niets te doen.`,
  },
  ja: {
    mailbox: 'メール',
    subject: ({ provider, product }) => `${provider}アカウントを${product}に再連携してください`,
    title: ({ provider }) => `${provider}アカウントの確認が必要です`,
    what: ({ provider, product, account }) =>
      `${product}と${provider}アカウント${account && `「${account}」`}の連携が切れました。`,
    whatPartly: ({ provider, product, account }) =>
      `${product}は${provider}アカウント${account && `「${account}」`}の一部を利用できなくなりました。`,
    why: ({ product }) =>
      `パスワードの変更やログアウトの際に起こります。データは失われていません。もう一度ログインすると、${product}が再開します。`,
    reason: (reason) => `通知された理由: ${reason}`,
    action: () => 'アカウントを再連携',
    instead: 'ボタンを使用できない場合は、このアドレスをブラウザーにコピーしてください:',
    confidence: 'このリンクはご本人専用です。このメールを転送しないでください。',
    footer: ({ provider, product }) =>
      `このメールは、${provider}アカウントを${product}に連携した方にお送りしています。連携が不要な場合は、何もする必要はありません。`,
  },
  'zh-CN': {
    mailbox: '邮箱',
    subject: ({ provider, product }) => `请将你的 ${provider} 账号重新连接到 ${product}`,
    title: ({ provider }) => `你的 ${provider} 账号需要处理`,
    what: ({ provider, product, account }) =>
      `${product} 与你的 ${provider} 账号${account && `“${account}”`}的连接已断开。`,
    whatPartly: ({ provider, product, account }) =>
      `${product} 无法再使用你的 ${provider} 账号${account && `“${account}”`}的部分功能。`,
    why: ({ product }) =>
      `更改密码或退出登录后会出现这种情况。没有丢失任何内容：重新登录后，${product} 就会继续。`,
    reason: (reason) => `给出的原因：${reason}`,
    action: () => '重新连接账号',
    instead: '如果按钮无法使用，请将此地址复制到浏览器中：',
    confidence: '此链接仅供你本人使用：请勿转发此邮件。',
    footer: ({ provider, product }) =>
      `你收到此邮件，是因为你曾将 ${provider} 账号连接到 ${product}。如果不再需要此连接，无需执行任何操作。`,
  },
  ar: {
    mailbox: 'البريد الإلكتروني',
    subject: ({ provider, product }) => `إعادة ربط حساب ${provider} مع ${product}`,
    title: ({ provider }) => `حساب ${provider} يحتاج إليك`,
    what: ({ provider, product, account }) =>
      `لم يعد ${product} مربوطًا بحساب ${provider}${inParentheses(account)}.`,
    whatPartly: ({ provider, product, account }) =>
      `لم يعد بإمكان ${product} استخدام جزء من حساب ${provider}${inParentheses(account)}.`,
    why: ({ product }) =>
      `يحدث ذلك عند تغيير كلمة المرور أو تسجيل الخروج. لم يُفقد أي شيء: بعد تسجيل الدخول من جديد سيتابع ${product}.`,
    reason: (reason) => `السبب المذكور: ${reason}`,
    action: () => 'إعادة ربط الحساب',
    instead: 'إذا لم يعمل الزر، فانسخ هذا العنوان إلى متصفحك:',
    confidence: 'هذا الرابط لك وحدك: يُرجى عدم إعادة توجيه هذه الرسالة.',
    footer: ({ provider, product }) =>
      `تصلك هذه الرسالة لأنك ربطت حساب ${provider} مع ${product}. إذا لم تعد تريد هذا الربط، فلا يلزم أي إجراء.`,
  },
  he: {
    mailbox: 'דוא״ל',
    subject: ({ provider, product }) => `קישור מחדש של חשבון ${provider} אל ${product}`,
    title: ({ provider }) => `חשבון ${provider} שלך זקוק לטיפול`,
    what: ({ provider, product, account }) =>
      `${product} כבר לא מקושר לחשבון ${provider}${inParentheses(account)} שלך.`,
    whatPartly: ({ provider, product, account }) =>
      `${product} כבר לא יכול להשתמש בחלק מחשבון ${provider}${inParentheses(account)} שלך.`,
    why: ({ product }) =>
      `זה קורה כאשר סיסמה משתנה או כשהחשבון נותק. שום דבר לא אבד: אחרי התחברות מחדש, ${product} ימשיך.`,
    reason: (reason) => `הסיבה שנמסרה: ${reason}`,
    action: () => 'קישור החשבון מחדש',
    instead: 'אם הכפתור לא עובד, אפשר להעתיק את הכתובת הזו לדפדפן:',
    confidence: 'הקישור מיועד לך בלבד: אין להעביר את ההודעה הזו הלאה.',
    footer: ({ provider, product }) =>
      `ההודעה נשלחה אליך כי קישרת חשבון ${provider} אל ${product}. אם הקישור כבר לא רצוי, אין צורך לעשות דבר.`,
  },
}
