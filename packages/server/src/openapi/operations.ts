import {
  challengeRequestSchema,
  renameRequestSchema,
  returnRequestSchema,
  solveRequestSchema,
  startRequestSchema,
} from '@connect-account/core/protocol'
import type * as v from 'valibot'
import {
  detailsRequestSchema,
  leaveRequestSchema,
  linkRequestSchema,
  openRequestSchema,
  wizardRequestSchema,
  wizardReturnRequestSchema,
} from '../hosted-links/link-input.ts'
import { wizardNotificationSchema } from '../upstream/v1/wizard-notification.ts'
import { webhookEventSchema } from '../upstream/v2/webhook-event.ts'
import type { AnswerName } from './answers.ts'

/** The request bodies: the same schemas that parse them. */
export const requestSchemas = {
  StartRequest: startRequestSchema,
  SolveRequest: solveRequestSchema,
  ChallengeRequest: challengeRequestSchema,
  ReturnRequest: returnRequestSchema,
  RenameRequest: renameRequestSchema,
  LinkRequest: linkRequestSchema,
  DetailsRequest: detailsRequestSchema,
  LeaveRequest: leaveRequestSchema,
  OpenRequest: openRequestSchema,
  WizardNotification: wizardNotificationSchema,
  WizardRequest: wizardRequestSchema,
  WizardReturnRequest: wizardReturnRequestSchema,
  WebhookEvent: webhookEventSchema,
} satisfies Record<string, v.GenericSchema>

/** A response body other than JSON. */
export type OtherBody = 'nothing' | 'page' | 'asset' | 'text' | 'document' | `events of ${AnswerName}`

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** As the routes have it. */
  readonly path: string
  /** What a client generator calls it. */
  readonly id: string
  readonly summary: string
  /** Who may call. Default: who has a session. */
  readonly caller?: 'anybody' | 'signed' | 'metrics'
  readonly body?: keyof typeof requestSchemas
  readonly query?: readonly string[]
  readonly headers?: readonly string[]
  readonly answers: Readonly<Partial<Record<200 | 201 | 204 | 303 | 503, AnswerName | OtherBody>>>
}

const one = '/intents/:id'

/** Every call of the handler. */
export const operations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/providers',
    id: 'listProviders',
    summary: 'What this session may link, each with its methods and their fields',
    answers: { 200: 'ProviderList' },
  },
  {
    method: 'POST',
    path: '/intents',
    id: 'startIntent',
    summary: 'Starts an attempt to link an account; the same Idempotency-Key returns the same attempt',
    body: 'StartRequest',
    headers: ['Idempotency-Key'],
    answers: { 201: 'Intent' },
  },
  {
    method: 'GET',
    path: one,
    id: 'readIntent',
    summary: 'The current state of the intent; `key:` and the Idempotency-Key of its start name it too',
    answers: { 200: 'Intent' },
  },
  {
    method: 'DELETE',
    path: one,
    id: 'cancelIntent',
    summary:
      'Cancels it, also by `key:` and the Idempotency-Key of a start that is pending or has not arrived',
    answers: { 200: 'Intent' },
  },
  {
    method: 'POST',
    path: `${one}/solve`,
    id: 'solveCheckpoint',
    summary: "Answers the checkpoint: a code, a number, a captcha's token or an option's id",
    body: 'SolveRequest',
    answers: { 200: 'Intent' },
  },
  {
    method: 'POST',
    path: `${one}/resend`,
    id: 'resend',
    summary: 'Sends the code or notification again',
    answers: { 200: 'Intent' },
  },
  {
    method: 'POST',
    path: `${one}/challenge`,
    id: 'challenge',
    summary: 'Asks for another way, or for a fresh QR code',
    body: 'ChallengeRequest',
    answers: { 200: 'Intent' },
  },
  {
    method: 'POST',
    path: `${one}/return`,
    id: 'confirmReturn',
    summary: 'Confirms a return from a consent page, by the token that its browser got',
    body: 'ReturnRequest',
    answers: { 200: 'Intent' },
  },
  {
    method: 'GET',
    path: `${one}/events`,
    id: 'watchIntent',
    summary: "Server-sent events `intent`, one per revision, until the intent's end",
    headers: ['Last-Event-ID'],
    answers: { 200: 'events of Intent' },
  },
  {
    method: 'GET',
    path: '/accounts',
    id: 'listAccounts',
    summary: "The user's accounts, the oldest first",
    answers: { 200: 'AccountList' },
  },
  {
    method: 'GET',
    path: '/accounts/events',
    id: 'watchAccounts',
    summary: 'Server-sent events `accounts`: the whole list at once and after each change',
    headers: ['Last-Event-ID'],
    answers: { 200: 'events of AccountList' },
  },
  {
    method: 'GET',
    path: '/accounts/:id',
    id: 'getAccount',
    summary: 'What is known of an account that is to be reconnected, without secrets',
    answers: { 200: 'KnownAccount' },
  },
  {
    method: 'PATCH',
    path: '/accounts/:id',
    id: 'renameAccount',
    summary: 'What the user calls it; null for its name at the provider',
    body: 'RenameRequest',
    answers: { 200: 'Account' },
  },
  {
    method: 'DELETE',
    path: '/accounts/:id',
    id: 'disconnectAccount',
    summary: 'Removes it at Unipile, then here',
    answers: { 204: 'nothing' },
  },
  {
    method: 'POST',
    path: '/links',
    id: 'createLink',
    summary:
      "A one-time link to the hosted page, for the session's own user, if the host lets users make them",
    body: 'LinkRequest',
    answers: { 201: 'Link' },
  },
  {
    method: 'GET',
    path: '/links',
    id: 'listLinks',
    summary: 'The links that the user made, the newest first',
    query: ['after'],
    answers: { 200: 'LinkList' },
  },
  {
    method: 'DELETE',
    path: '/links/:id',
    id: 'revokeLink',
    summary: 'Ends a link that the user made, and the attempts that were started from it',
    answers: { 204: 'nothing' },
  },
  {
    method: 'GET',
    path: '/captcha/:id',
    id: 'showCaptcha',
    summary: "The sandboxed frame that a third party's captcha runs in: `arkose`",
    caller: 'anybody',
    answers: { 200: 'page' },
  },
  {
    method: 'GET',
    path: '/links/:id',
    id: 'openLinkPage',
    summary: 'The hosted page of a link',
    caller: 'anybody',
    answers: { 200: 'page' },
  },
  {
    method: 'GET',
    path: '/links/assets/:id',
    id: 'readLinkAsset',
    summary: 'A file of the hosted page',
    caller: 'anybody',
    answers: { 200: 'asset' },
  },
  {
    method: 'GET',
    path: '/links/return',
    id: 'returnToLinkPage',
    summary: 'Where the hosted page continues after a consent page',
    caller: 'anybody',
    answers: { 200: 'page' },
  },
  {
    method: 'POST',
    path: '/links/:id/details',
    id: 'readLinkDetails',
    summary: 'Whose account it becomes, and how the page looks, before its visitor continues',
    caller: 'anybody',
    body: 'DetailsRequest',
    answers: { 200: 'LinkDetails' },
  },
  {
    method: 'POST',
    path: '/links/:id/session',
    id: 'openLinkSession',
    summary:
      'A session that can do what the link is for and nothing else; the first browser that asks keeps the link',
    caller: 'anybody',
    body: 'OpenRequest',
    answers: { 200: 'OpenedLink' },
  },
  {
    method: 'POST',
    path: '/links/:id/leave',
    id: 'leaveLink',
    summary: 'Where its user goes now',
    caller: 'anybody',
    body: 'LeaveRequest',
    answers: { 200: 'LeftLink' },
  },
  {
    method: 'POST',
    path: '/links/:id/wizard',
    id: 'openWizard',
    summary: "The address of Unipile's wizard for a link to it; the first browser that asks keeps the link",
    caller: 'anybody',
    body: 'WizardRequest',
    answers: { 200: 'OpenedWizard' },
  },
  {
    method: 'POST',
    path: '/links/wizard/:id/return',
    id: 'confirmWizardReturn',
    summary: 'Confirms that the browser that opened the link is back from the wizard',
    caller: 'anybody',
    body: 'WizardReturnRequest',
    answers: { 204: 'nothing' },
  },
  {
    method: 'GET',
    path: '/links/wizard/:id',
    id: 'handleWizardReturn',
    summary: "Where Unipile's wizard returns",
    caller: 'anybody',
    answers: { 200: 'page', 303: 'nothing' },
  },
  {
    method: 'POST',
    path: '/links/wizard/:id',
    id: 'handleWizardNotification',
    summary: "Where API v1 reports its wizard's account; the address is the proof",
    caller: 'anybody',
    body: 'WizardNotification',
    answers: { 200: 'nothing' },
  },
  {
    method: 'GET',
    path: '/oauth/callback',
    id: 'handleConsentCallback',
    summary: "Where a provider's consent page returns; the signed state proves whose intent it is",
    caller: 'anybody',
    query: ['state', 'account_id', 'error_type'],
    answers: { 200: 'page', 303: 'nothing' },
  },
  {
    method: 'GET',
    path: '/oauth/callback/:id',
    id: 'handleClientConsent',
    summary: "Where the consent page of the host's own OAuth client returns; `id` is the provider",
    caller: 'anybody',
    query: ['state', 'code', 'error'],
    answers: { 200: 'page', 303: 'nothing' },
  },
  {
    method: 'POST',
    path: '/webhooks/unipile',
    id: 'receiveWebhook',
    summary: "Unipile's events",
    caller: 'signed',
    body: 'WebhookEvent',
    answers: { 200: 'nothing' },
  },
  {
    method: 'GET',
    path: '/healthz',
    id: 'readHealth',
    summary: 'Whether the process responds; does not query the database',
    caller: 'anybody',
    answers: { 200: 'Health' },
  },
  {
    method: 'GET',
    path: '/readyz',
    id: 'readReadiness',
    summary:
      'Whether requests should be sent here: the database responds, notifications arrive, it is not closing',
    caller: 'anybody',
    answers: { 200: 'Readiness', 503: 'Readiness' },
  },
  {
    method: 'GET',
    path: '/metrics',
    id: 'readMetrics',
    summary: 'Numbers in the text format of Prometheus; served if the host has set `metrics`',
    caller: 'metrics',
    answers: { 200: 'text' },
  },
  {
    method: 'GET',
    path: '/openapi.json',
    id: 'readDescription',
    summary: 'This document',
    caller: 'anybody',
    answers: { 200: 'document' },
  },
]
