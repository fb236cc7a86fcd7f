import {
  readAccount,
  readAccountList,
  readCheckpoint,
  readHealth,
  readIntent,
  readKnownAccount,
  readLeftLink,
  readLink,
  readLinkDetails,
  readLinkList,
  readLinkOwner,
  readListedLink,
  readOpenedLink,
  readOpenedWizard,
  readOutcome,
  readProblem,
  readProvider,
  readProviderList,
  readReadiness,
} from '@connect-account/core/protocol'

/** The response bodies by their names in the document: the same readers that the browser reads them with. */
export const answerReaders = {
  Account: readAccount,
  AccountList: readAccountList,
  Checkpoint: readCheckpoint,
  Health: readHealth,
  Intent: readIntent,
  KnownAccount: readKnownAccount,
  LeftLink: readLeftLink,
  Link: readLink,
  LinkDetails: readLinkDetails,
  LinkList: readLinkList,
  LinkOwner: readLinkOwner,
  ListedLink: readListedLink,
  OpenedLink: readOpenedLink,
  OpenedWizard: readOpenedWizard,
  Outcome: readOutcome,
  Problem: readProblem,
  Provider: readProvider,
  ProviderList: readProviderList,
  Readiness: readReadiness,
}

export type AnswerName = keyof typeof answerReaders

/** What a client generator's user should know of each. */
export const answerDescriptions: Readonly<Record<string, string>> = {
  Account: "An account by the host's own id, which is never Unipile's.",
  Checkpoint:
    'What the intent asks for. An answer names its `id`, so that a late one cannot reach the next checkpoint.',
  Intent: 'One attempt to link an account. Its `revision` grows with each change; a lower one is outdated.',
  KnownAccount: 'What is known of an account that is to be reconnected, without secrets.',
  Outcome: 'How the intent ended.',
  Problem:
    'What went wrong (RFC 9457). Decide on `code`, which is stable; one that you do not know is an internal_error. `retryAfter` is in seconds.',
}
