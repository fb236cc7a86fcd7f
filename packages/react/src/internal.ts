// What the other packages of Connect Account import from this one. Not published.

export { DraftContext } from './components/root/draft-context.ts'
export { createReport, type Report } from './hooks/error-reports/error-report.ts'
export { type FlowDraft, newDraft } from './hooks/flow/flow-draft.ts'
export { sessionIdentity } from './hooks/session/session-options.ts'
