export type { LinkAppearance, LinkBrand, LinkOwner } from '@connect-account/core/protocol'
export type { AccountAdoption } from './accounts/adopt.ts'
export type { AccountQuery, HostAccountList } from './accounts/list-page.ts'
export type { CookieReconnect, CookieReconnection } from './accounts/reconnect-with-cookies.ts'
export type {
  AbandonedEvent,
  AccountEvent,
  ConnectCallbacks,
  RestrictedEvent,
} from './callbacks/connect-callbacks.ts'
export type { EventSettings } from './callbacks/event-settings.ts'
export type { HostAccount } from './callbacks/host-account.ts'
export type { OAuthClientSettings } from './consent/oauth-client.ts'
export type { OAuthClients } from './consent/oauth-providers.ts'
export type { MissedEventList, MissedQuery } from './callbacks/missed-events.ts'
export {
  type ConnectHandler,
  createConnectHandler,
  type HostLinks,
} from './handler/create-connect-handler.ts'
export type { HostAccounts } from './handler/host-accounts.ts'
export type { HostEvents } from './handler/host-events.ts'
export type { CreatedLink } from './hosted-links/create-link.ts'
export type { CreateLinkInput } from './hosted-links/link-input.ts'
export type { LinkPage } from './hosted-links/link-page.ts'
export type { LinkSettings, SelfService } from './hosted-links/link-settings.ts'
export type { LinkQuery, LinkSummary, LinkSummaryList } from './hosted-links/list-links.ts'
export type { LinkRevocation } from './hosted-links/revoke-links.ts'
export type { ConnectionInfo } from './http/connection-info.ts'
export type { StreamLimits } from './http/open-streams.ts'
export { checkSameOrigin, type SameOriginOptions } from './http/same-origin.ts'
export type { Logger } from './log/logger.ts'
export type { MailEndpoint, MailLookup, MailSettings } from './mail-discovery/index.ts'
export { type Notice, type NoticeMail, renderNotice } from './notices/notice-mail.ts'
export type { NoticeSettings } from './notices/notice-settings.ts'
export type { ClientAddress, LimitedCall, RateLimit, RateLimits } from './rate-limits/rate-limit-settings.ts'
export type { Readiness } from './routes/readiness.ts'
export type { MintInput } from './session/session-tokens.ts'
export type { ConnectSettings } from './settings/connect-settings.ts'
export type { AuditAction, AuditQuery, AuditRecord } from './store/audit-store.ts'
export type { DatabaseSetting } from './store/database-setting.ts'
export type { HostEvent, HostEventType } from './store/host-event.ts'
export type { MissedEvent, OutboxTarget } from './store/outbox-store.ts'
export type { WebhookEventRecord } from './store/webhook-event-store.ts'
export type { Timings } from './timings.ts'
export type { UpstreamApi } from './upstream/create-upstream.ts'
export type {
  ChooseProviderOptions,
  OptionsQuestion,
  ProviderOptions,
} from './upstream/provider-options.ts'
export type { AllowUserProxy, ChooseProxy, ProxyPolicy, ProxyQuestion } from './upstream/proxy-policy.ts'
export type { ErasedUser } from './users/erase-user.ts'
