export { reportMoments } from '../events/report-moments.ts'
export { followRecovery } from './recovery.ts'
