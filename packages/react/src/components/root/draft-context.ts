import { createContext } from 'react'
import type { FlowDraft } from '../../hooks/flow/flow-draft.ts'

/** The draft of the part around a flow that keeps it while the flow is closed. */
export const DraftContext = createContext<FlowDraft | undefined>(undefined)
