import type { Channel } from '@connect-account/core'
import { clock } from '../clock.ts'
import type { Messages } from '../messages.ts'
import { pluralsOf } from '../plural.ts'

const plural = pluralsOf('pt-BR')

const duration = (seconds: number) =>
  seconds < 60
    ? plural(seconds, { one: '# segundo', other: '# segundos' })
    : plural(Math.ceil(seconds / 60), { one: '# minuto', other: '# minutos' })

/** A mailbox without a brand has an article, which joins prepositions. */
const mailbox = 'o seu provedor de e-mail'
const atStart = (provider: string) => (provider === mailbox ? 'O seu provedor de e-mail' : provider)
const inProvider = (provider: string) =>
  provider === mailbox ? 'no seu provedor de e-mail' : `no ${provider}`
const toProvider = (provider: string) =>
  provider === mailbox ? 'ao seu provedor de e-mail' : `ao ${provider}`
const ofProvider = (provider: string) =>
  provider === mailbox ? 'do seu provedor de e-mail' : `do ${provider}`
const accountOf = (provider: string) =>
  provider.startsWith('de ') ? `conta ${provider}` : `conta do ${provider}`

const channels: Record<Channel, string> = { email: 'por e-mail', sms: 'por SMS', whatsapp: 'pelo WhatsApp' }
const codeSentBy = (provider: string, channel?: Channel) =>
  `${atStart(provider)} enviou um código para você${channel ? ` ${channels[channel]}` : ''}.`

const parts: Readonly<Record<string, string>> = {
  calendar: 'sua agenda',
  mail: 'seus e-mails',
  messaging: 'suas mensagens',
  recruiter: 'Recruiter',
  'sales navigator': 'Sales Navigator',
}

const notAccepted = 'Os dados não foram aceitos. Confira e tente de novo.'
const sessionEnded = 'Sua sessão terminou. Recarregue a página e entre de novo, se for pedido.'
const unreachable = 'Não conseguimos acessar nosso servidor agora. Tente de novo em instantes.'
const serverDown = 'Nosso servidor não está funcionando bem agora. Tente de novo em instantes.'
const upstreamDown = 'Nosso serviço de conexão não está respondendo. Tente de novo em alguns minutos.'
const tooOften = 'Muitas tentativas. Tente mais tarde.'
const finishHere = 'O acesso não foi concluído neste navegador, então nada foi conectado. Comece de novo.'
const attemptEnded = 'Este acesso já terminou. Comece de novo.'

export const messages: Messages = {
  actions: {
    back: 'Voltar',
    cancel: 'Cancelar',
    close: 'Fechar',
    continue: 'Continuar',
    done: 'Concluir',
    restart: 'Começar de novo',
    retry: 'Tentar de novo',
    anotherWay: 'Tentar de outro jeito',
    another: 'Conectar outra conta',
    resend: 'Reenviar',
    resendIn: (seconds) => `Reenviar em ${clock(seconds)}`,
    sentResendIn: (seconds) => `Enviado. Reenviar em ${clock(seconds)}`,
    resent: (seconds) =>
      seconds > 0 ? `Enviado de novo. Você pode reenviar em ${duration(seconds)}.` : 'Enviado de novo.',
    help: 'Ver como fazer',
    reconnect: 'Reconectar',
  },
  announcement: (heading, text) => `${heading}. ${text}`,
  working: 'Só um momento…',
  offline: 'Você está sem internet. Continuaremos quando ela voltar.',
  chunkFailed: {
    heading: 'Não foi possível carregar esta etapa',
    text: 'Verifique sua conexão e tente de novo. Se não resolver, recarregue a página.',
  },
  screenFailed: {
    heading: 'Não é possível mostrar esta etapa',
    text: 'Algo deu errado do nosso lado. Tente de novo ou volte mais tarde.',
  },
  preparing: { heading: 'Só um momento…' },
  providers: { imap: { name: 'Outro e-mail', service: mailbox, account: 'de e-mail' } },
  picker: {
    heading: 'Conectar uma conta',
    search: 'Buscar',
    results: (count) => plural(count, { one: '# resultado', other: '# resultados' }),
    none: 'Nenhuma conta disponível para conectar.',
    empty: (query) => `Nenhum resultado para “${query}”.`,
    kinds: { messaging: 'Mensagens', social: 'Redes sociais', email: 'E-mail', calendar: 'Agenda' },
    connected: 'Conectada',
    methods: { form: 'Senha', qr: 'Código QR', consent: 'Página de login' },
  },
  outage: {
    unreachable: 'Não conseguimos acessar nosso servidor agora. Continuaremos quando ele voltar.',
    server: 'Nosso servidor não está funcionando bem agora. Continuaremos quando ele voltar.',
  },
  notSent: 'Você está sem internet. Tente de novo quando ela voltar.',
  unavailable: { heading: 'Indisponível no momento' },
  retryIn: (seconds) => `Espere ${duration(seconds)} antes.`,
  tooOftenFor: (seconds) => `Muitas tentativas. Tente de novo em ${duration(seconds)}.`,
  retryNow: 'Você já pode tentar de novo.',
  wrongFields: (count) => plural(count, { one: 'Confira # campo.', other: 'Confira # campos.' }),
  introduction: {
    heading: (account, host) =>
      `Conectar ${account ? `sua ${accountOf(account)}` : 'uma conta'}${host ? ` a ${host}` : ''}`,
    reads: {
      messages: 'Lê suas mensagens e seus contatos',
      email: 'Lê seus e-mails e suas pastas',
      calendar: 'Lê suas agendas e seus eventos',
      mixed: 'Lê suas mensagens, seus e-mails e seus contatos',
    },
    sends: {
      messages: 'Pode enviar mensagens em seu nome',
      email: 'Pode enviar e-mails em seu nome',
      calendar: 'Pode criar e alterar eventos',
      mixed: 'Pode enviar mensagens e e-mails em seu nome',
    },
    disconnect: (host) => `Você pode desconectá-la${host ? ` em ${host}` : ''} quando quiser`,
  },
  brandLinks: { termsUrl: 'Termos', privacyUrl: 'Privacidade', helpUrl: 'Ajuda' },
  credentials: {
    heading: (provider, account) =>
      account ? `Entre de novo ${inProvider(provider)} como ${account}` : `Entre ${inProvider(provider)}`,
    required: (name) => `Digite ${name}.`,
    cookiesRequired: (name) => `Cole ${name} aqui.`,
    show: 'Mostrar senha',
    promise: (provider, host) =>
      `Enviado com segurança ${toProvider(provider)}, nunca armazenado${host ? ` por ${host}` : ''}.`,
    submit: 'Entrar',
    method: 'Entrar com',
  },
  code: {
    heading: 'Digite seu código de verificação',
    label: 'Código',
    otp: codeSentBy,
    otp_or_in_app: (provider, channel) =>
      `${codeSentBy(provider, channel)} Ou aprove o acesso no app ${ofProvider(provider)}.`,
    two_factor: (provider, platform) =>
      platform === 'app' ? 'Veja o código no seu app autenticador.' : codeSentBy(provider, platform),
    waiting: 'Aguardando sua aprovação…',
    incomplete: 'Digite o código completo.',
    tooLong: (length) => `Está longo demais: o código tem ${length} caracteres.`,
    notACode: 'Digite apenas o código.',
  },
  password: {
    heading: 'Digite sua senha',
    text: 'Use a senha da sua verificação em duas etapas.',
    label: 'Senha',
    incomplete: 'Digite sua senha.',
    wrong: 'Essa senha não está correta. Tente de novo.',
  },
  in_app: {
    heading: 'Veja seu celular',
    text: (provider) => `Aprove o acesso no app ${ofProvider(provider)}.`,
  },
  qr: {
    heading: (provider) => `Escaneie com o ${provider}`,
    reconnect: (account) => `Use o celular de ${account}.`,
    label: 'Código QR',
    samePhone: 'Está no celular? Abra esta página em um computador para escanear o código.',
    freshFor: (seconds) => `Novo código em ${clock(seconds)}`,
    due: 'Um novo código está chegando…',
    renewed: 'Um novo código foi exibido.',
    refresh: 'Mostrar um novo código',
  },
  loading: { heading: (provider) => `Aguardando ${provider}` },
  linked: { heading: (provider) => `Sua ${accountOf(provider)} está conectada` },
  relinked: { heading: (provider) => `Sua ${accountOf(provider)} foi reconectada` },
  duplicate: {
    heading: 'Já está conectada',
    own: 'Você já tinha conectado esta conta. Está tudo pronto.',
    broken: 'Esta conta perdeu a conexão. Reconecte-a para mantê-la atualizada.',
    other: (provider) => `Esta ${accountOf(provider)} já está conectada em outro lugar. Conecte outra.`,
  },
  restricted: {
    heading: 'Esta conta não pode ser conectada',
    text: (provider) => `${atStart(provider)} restringiu esta conta. Fale com o suporte ou conecte outra.`,
    reason: 'Motivo',
    userId: 'ID da conta',
  },
  mismatch: {
    heading: 'É uma conta diferente',
    text: (provider, account) =>
      account
        ? `Você entrou com outra conta. Entre como ${account}.`
        : `Você entrou com outra conta. Entre com a ${accountOf(provider)} que estava conectada.`,
  },
  canceled: {
    heading: 'Cancelado',
    text: 'Nada foi conectado. Você pode começar de novo.',
    elsewhere: 'Você cancelou em outra aba ou em outro dispositivo. Nada foi conectado.',
  },
  expired: {
    heading: 'O tempo acabou',
    text: 'Para sua segurança, o acesso expirou. Tente de novo.',
  },
  failed: { heading: 'Não deu certo' },
  errors: {
    invalid_request: notAccepted,
    session_missing: 'Não conseguimos confirmar quem entrou aqui. Tente de novo ou recarregue a página.',
    session_invalid: sessionEnded,
    session_expired: sessionEnded,
    session_unavailable: serverDown,
    intent_not_found: attemptEnded,
    intent_of_other_user:
      'Outra pessoa começou este acesso, ou ele não está mais aberto. Entre aqui como a mesma pessoa ou comece o seu.',
    intent_ended: attemptEnded,
    resend_not_available: 'Não é possível reenviar. Tente de outro jeito.',
    resend_too_soon: tooOften,
    no_other_way: 'Não há outro jeito para esta conta. Continue com este ou comece de novo.',
    account_not_found: 'Esta conta não existe mais. Conecte-a como uma nova.',
    invalid_credentials: 'O usuário ou a senha não está correto. Confira os dois e tente de novo.',
    invalid_code: 'Esse código não está correto. Confira e tente de novo.',
    captcha_rejected: 'A verificação não passou. Tente de novo.',
    invalid_phone: 'Esse número de telefone não foi aceito. Confira e tente de novo.',
    approval_declined: 'O acesso foi recusado no seu celular. Comece de novo.',
    consent_denied: 'O acesso foi recusado. Comece de novo e permita.',
    consent_failed: 'O acesso pelo provedor não funcionou. Comece de novo.',
    consent_unconfirmed: finishHere,
    consent_elsewhere: finishHere,
    account_exists: 'Esta conta já está conectada. Conecte outra.',
    account_restricted: 'O provedor restringiu esta conta. Conecte outra.',
    account_mismatch: 'Você entrou com outra conta. Comece de novo com a anterior.',
    confirmation_pending: 'A conta ainda não foi confirmada. Tente mais tarde.',
    mail_settings_needed: 'Não encontramos seu servidor de e-mail. Digite as configurações abaixo.',
    mail_settings_invalid: 'Estas configurações não funcionam. Confira e tente de novo.',
    app_password_needed: 'Seu provedor de e-mail exige uma senha de app. Crie uma e digite aqui.',
    provider_rate_limited: tooOften,
    sign_in_in_progress: 'Já há outro login em andamento nesta conta. Tente de novo em instantes.',
    action_required:
      'O provedor pede que você entre primeiro no aplicativo ou site dele. Faça isso e tente de novo.',
    subscription_required: 'Esta conta não tem a assinatura necessária. Conecte outra.',
    provider_not_supported: 'Não está disponível no momento. Escolha outra forma ou outro provedor.',
    provider_unavailable: 'O provedor não está respondendo agora. Tente mais tarde.',
    upstream_unavailable: upstreamDown,
    upstream_timeout: upstreamDown,
    upstream_unreachable: upstreamDown,
    upstream_rate_limited: upstreamDown,
    network_unreachable: unreachable,
    network_timeout: unreachable,
    server_unavailable: serverDown,
    shutting_down: serverDown,
    captcha_not_supported: 'Não é possível mostrar esta verificação aqui. Tente de outro jeito.',
    rate_limited: tooOften,
    internal_error: 'Algo deu errado do nosso lado. Tente de novo.',
  },
  accounts: {
    label: 'Contas conectadas',
    loading: 'Carregando suas contas…',
    empty: 'Nenhuma conta conectada ainda.',
    unavailable: 'Não podemos mostrar suas contas agora.',
    outdated: 'Esta lista pode estar desatualizada.',
    reconnect: 'Reconectar',
    rename: {
      action: 'Renomear',
      form: (name) => `Renomear ${name}`,
      label: 'Nome',
      help: (provider) => `Deixe em branco para usar o nome ${ofProvider(provider)}.`,
      save: 'Salvar',
      refused: 'O nome não foi alterado.',
    },
    disconnect: {
      action: 'Desconectar',
      heading: (name) => `Desconectar ${name}?`,
      text: (provider) =>
        `A conta para de funcionar aqui na hora. Nada é apagado ${inProvider(provider)}, e você pode conectá-la de novo quando quiser.`,
      refused: 'A conta continua conectada.',
    },
    changes: {
      connected: (name) => `${name}: conta conectada.`,
      removed: (name) => `${name}: conta desconectada.`,
      renamed: (before, name) => `${before} agora se chama ${name}.`,
      status: (name, label) => `${name}: ${label}.`,
    },
  },
  accountStatus: {
    label: {
      running: 'Conectada',
      disconnected: 'É preciso entrar',
      errored: 'Interrompida por enquanto',
      paused: 'Pausada',
      degraded: 'Funciona em parte',
      partial: 'Acesso limitado',
    },
    help: {
      disconnected: 'Sua sessão foi encerrada, por exemplo, após uma troca de senha.',
      errored: {
        provider: 'O provedor está com problemas. Vamos reconectar automaticamente.',
        proxy: 'A conexão da conta está com problemas. Vamos reconectar automaticamente.',
        unipile: 'Nosso serviço de conexão está com problemas. Vamos reconectar automaticamente.',
        other: 'Vamos reconectar automaticamente.',
      },
      paused: 'A conta está pausada e não sincroniza. Fale com o suporte para retomá-la.',
      degraded: (part) =>
        part && parts[part]
          ? `Estamos com problemas em: ${parts[part]}. Vamos continuar tentando.`
          : 'Partes da conta não funcionam. Vamos continuar tentando.',
      partial: (part) =>
        part && parts[part]
          ? `Não conseguimos acessar: ${parts[part]}. Reconecte a conta para resolver.`
          : 'Não conseguimos acessar a conta toda. Reconecte-a para resolver.',
    },
  },
  captcha: {
    heading: 'Verificação rápida de segurança',
    failed: 'Não foi possível mostrar esta verificação. Tente de novo ou de outro jeito.',
    slow: 'Não está funcionando? Recarregue a verificação ou tente de outro jeito.',
    texts: { title: 'Captcha', idle: 'Sou humano', solving: 'Verificando…', solved: 'Verificado' },
  },
  contract: { heading: 'Escolha um contrato' },
  challenge: { heading: 'Confirme que é você' },
  choice: { required: 'Selecione uma opção para continuar.' },
  consent: {
    heading: (provider) => `Conectar ${provider}`,
    text: (provider, account) =>
      account
        ? `Você vai entrar ${inProvider(provider)} como ${account} e voltar para cá em seguida.`
        : `Você vai entrar ${inProvider(provider)} e voltar para cá em seguida.`,
    open: (provider) => `Continuar com ${provider}`,
    elsewhere: 'Conclua o acesso na outra janela.',
    again: 'Reabrir a janela',
  },
  continueOnPhone: {
    open: 'Continuar no celular',
    text: 'Escaneie este código com a câmera do celular ou abra o link nele. Entre com a mesma conta.',
    here: 'Você pode manter esta página aberta. Ela se atualiza sozinha.',
    code: 'Código QR do link',
    link: 'Link',
    copy: 'Copiar link',
    copied: 'Copiado',
    failed: 'Não foi possível criar o link. Continue aqui ou tente de novo.',
  },
  cookies: {
    unreadable: (site, name) =>
      `Não conseguimos ler isto. Cole o valor completo do cookie ${name} de ${site} ou uma exportação completa de cookies.`,
    missing: (site, name) => `O cookie ${name} de ${site} não está entre estes. Cole-o também.`,
    foreign: (site, other) => `Estes cookies são de ${other}. Cole os de ${site}.`,
  },
  fieldErrors: {
    required: (name) => `Digite ${name}.`,
    invalid: 'Este valor não foi aceito. Confira e tente de novo.',
    too_long: 'Está longo demais. Confira e tente de novo.',
    not_an_option: 'Escolha uma das opções.',
    not_a_number: (name) => `Digite ${name} como um número inteiro.`,
    not_an_email: 'Digite seu endereço de e-mail completo, como nome@example.com.',
    cookie_missing: (_name, { cookie = '' }) => `Falta o cookie ${cookie}. Cole-o também.`,
    cookie_refused:
      'Expirou ou não está correto. Cole um novo, de um navegador em que você esteja conectado.',
    password_refused: (_name, { side = '' }) =>
      side === 'smtp'
        ? 'O servidor de saída recusou este e-mail e esta senha. Confira os dois.'
        : side === 'imap'
          ? 'O servidor de entrada recusou este e-mail e esta senha. Confira os dois.'
          : 'O servidor recusou este e-mail e esta senha. Confira os dois.',
    app_password_needed: 'Digite uma senha de app aqui.',
    server_not_found: (name) => `Não encontramos ${name}. Confira o nome.`,
    server_not_reachable: (name) => `Não há resposta. Confira ${name} e o resto da conexão.`,
    server_timeout: (name) => `O servidor não respondeu a tempo. Confira ${name} e o resto da conexão.`,
    encryption_failed: (name) => `O servidor não aceita ${name} nesta porta. Escolha outra.`,
    certificate_not_trusted: (name) => `O certificado não é confiável ou é de outro nome. Confira ${name}.`,
    port_out_of_range: (name) => `Digite ${name} como um número de 1 a 65535.`,
  },
  forms: {
    methods: {
      credentials: 'E-mail e senha',
      'instagram.credentials': 'Usuário e senha',
      'twitter.credentials': 'Usuário e senha',
      cookies: 'Cookies do navegador',
      'instagram.cookies': 'Cookie do navegador',
      password: 'E-mail e senha',
      manual: 'Configurações do servidor',
    },
    fields: {
      username: { label: 'E-mail ou telefone', name: 'seu e-mail ou telefone' },
      'instagram.username': { label: 'Usuário, e-mail ou telefone', name: 'seu usuário, e-mail ou telefone' },
      'twitter.username': { label: 'Usuário, e-mail ou telefone', name: 'seu usuário, e-mail ou telefone' },
      user: { label: 'E-mail', name: 'seu e-mail' },
      email: { label: 'E-mail', name: 'seu e-mail' },
      password: { label: 'Senha', name: 'sua senha' },
      'linkedin.cookies': {
        label: 'Cookies',
        name: 'seus cookies',
        help: 'Cole o cookie li_at de linkedin.com, e li_a para Recruiter ou Sales Navigator, ou uma exportação completa de cookies.',
      },
      'instagram.cookies': {
        label: 'Cookie',
        name: 'seu cookie',
        help: 'Cole o cookie sessionid de instagram.com ou uma exportação completa de cookies.',
      },
      imap_host: { label: 'Servidor', name: 'o servidor de entrada' },
      imap_port: { label: 'Porta', name: 'a porta de entrada' },
      imap_encryption: { label: 'Criptografia', name: 'a criptografia de entrada' },
      smtp_host: { label: 'Servidor', name: 'o servidor de saída' },
      smtp_port: { label: 'Porta', name: 'a porta de saída' },
      smtp_encryption: { label: 'Criptografia', name: 'a criptografia de saída' },
    },
    groups: { imap: 'E-mail de entrada (IMAP)', smtp: 'E-mail de saída (SMTP)' },
    options: { tls: 'TLS', starttls: 'STARTTLS', default: 'Automática' },
    nameInSentence: (label) => `o campo “${label}”`,
  },
  initialSync: {
    running: 'Importando suas mensagens… Isso pode levar alguns minutos.',
    completed: 'Importação concluída.',
    failed: 'Algumas mensagens não puderam ser importadas. Vamos tentar de novo automaticamente.',
    skip: 'Continuar sem esperar',
  },
  kindFilter: { label: 'Mostrar', all: 'Tudo' },
  ownProxy: {
    open: 'Usar seu próprio proxy',
    text: 'Vamos conectar por este servidor, agora e depois. Na dúvida, deixe em branco.',
    protocol: 'Tipo',
    host: 'Servidor',
    port: 'Porta',
    username: 'Usuário',
    password: 'Senha do proxy',
    hostMissing: 'Digite o servidor, como proxy.example.com.',
    portInvalid: 'Digite uma porta entre 1 e 65535.',
    hostRefused: 'Este servidor não pode ser usado. Confira o nome ou deixe em branco.',
    notAllowed: 'Você não pode usar seu próprio proxy aqui. Deixe em branco.',
    failed: 'Este proxy não funcionou. Confira as configurações ou deixe-as em branco.',
  },
  phone: {
    heading: 'Confirme seu número de telefone',
    text: (provider) => `${atStart(provider)} vai enviar um código para você.`,
    label: 'Número de telefone',
    help: 'Inclua o código do país, como +55 11 91234-5678.',
  },
  phoneField: { country: 'País', invalid: 'Este número parece incompleto. Confira.' },
  slow: {
    start: (provider) => `Entrar ${inProvider(provider)} pode levar até um minuto…`,
    answer: (provider) => `${atStart(provider)} está demorando mais que o normal para responder…`,
  },
  qrSteps: {
    whatsapp: [
      'Abra o WhatsApp no celular',
      'Vá em Configurações › Dispositivos conectados',
      'Toque em Conectar dispositivo e aponte o celular para esta tela',
    ],
    telegram: [
      'Abra o Telegram no celular',
      'Vá em Configurações › Dispositivos',
      'Toque em Conectar um computador e aponte o celular para esta tela',
    ],
    google_messages: [
      'Abra o Mensagens do Google no celular',
      'Toque na sua foto › Parear dispositivo',
      'Toque em Leitor de QR code e aponte o celular para esta tela',
    ],
  },
  show: {
    kinds: {
      code: 'Digite este código no celular',
      emoji: 'Toque neste emoji no celular',
      number: 'Toque neste número no celular',
      unknown: 'Use isto no celular',
    },
    steps: {
      'whatsapp.code': [
        'Abra o WhatsApp no celular',
        'Vá em Configurações › Dispositivos conectados',
        'Toque em Conectar dispositivo › Conectar com número de telefone',
        'Digite este código',
      ],
      'google_messages.emoji': ['Abra o Mensagens do Google no celular', 'Toque no mesmo emoji'],
    },
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'Não foi possível copiar. Selecione e copie você.',
    validFor: (seconds) => `Válido por ${clock(seconds)}`,
    expired: 'Expirou. Peça um novo.',
    refresh: 'Mostrar um novo',
    renewed: 'Um novo foi exibido.',
    waiting: 'Aguardando seu celular…',
  },
  unsupported: {
    heading: 'Esta etapa não está disponível aqui',
    text: (provider) =>
      `${atStart(provider)} pede algo que não podemos mostrar. Comece de novo ou tente mais tarde.`,
    elsewhere: 'Continuar em outra página',
    nowhere: 'Não há outra página para isto. Comece de novo.',
  },
}
