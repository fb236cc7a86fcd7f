import type { connectMachine } from '@connect-account/core/internal'
import type { SnapshotFrom } from 'xstate'

export type FlowSnapshot = SnapshotFrom<typeof connectMachine>
