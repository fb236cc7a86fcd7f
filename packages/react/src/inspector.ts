// For development. Not for production: import it only where your build leaves it out.
export { ConnectInspector, type ConnectInspectorProps } from './inspector/connect-inspector.tsx'
export {
  createTraceRecorder,
  type InspectionListener,
  type TraceRecorder,
} from './inspector/record-traces.ts'
export { readTrace, type Trace, type TracedStep, type TraceEntry } from './inspector/trace.ts'
export { TraceReplay, type TraceReplayProps } from './inspector/trace-replay.tsx'
