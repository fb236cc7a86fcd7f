import {
  Component,
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useState,
} from 'react'
import { onBrowserWake } from '../../hooks/browser-wake.ts'
import { Button } from '../button/button.tsx'
import { Skeleton } from '../preparing/skeleton.tsx'
import { useRoot } from '../root/root-context.ts'
import { StepLayout } from '../step-layout/step-layout.tsx'

/** How long a chunk that did not load is left alone before it is asked for once more, in milliseconds. */
const PAUSE_MS = 1000

type Load<S> = () => Promise<{ default: ComponentType<{ step: S }> }>

/** A screen in a chunk of its own. */
interface Chunk<S> {
  readonly load: Load<S>
  Screen: LazyExoticComponent<ComponentType<{ step: S }>>
}

export function chunk<S>(importScreen: Load<S>): Chunk<S> {
  // Most often the network was away for a moment.
  const load: Load<S> = () =>
    importScreen().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      return importScreen()
    })
  return { load, Screen: lazy(load) }
}

export function LazyScreen<S>({ chunk, step }: { chunk: Chunk<S>; step: S }) {
  const [Screen, setScreen] = useState(() => chunk.Screen)
  function retry() {
    // `React.lazy` remembers a failed load for ever.
    chunk.Screen = lazy(chunk.load)
    setScreen(() => chunk.Screen)
  }
  return (
    <ChunkBoundary retry={retry}>
      <Suspense fallback={<Skeleton />}>
        <Screen step={step} />
      </Suspense>
    </ChunkBoundary>
  )
}

interface ChunkBoundaryProps {
  readonly retry: () => void
  readonly children: ReactNode
}

/** Catches a chunk that did not load, as happens offline or after a deployment. */
class ChunkBoundary extends Component<ChunkBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <ChunkFailed
        retry={() => {
          this.props.retry()
          this.setState({ failed: false })
        }}
      />
    )
  }
}

function ChunkFailed({ retry }: { retry: () => void }) {
  const { messages } = useRoot()
  useEffect(() => onBrowserWake(retry), [retry])
  return (
    <StepLayout heading={messages.chunkFailed.heading} text={messages.chunkFailed.text}>
      <Button variant="primary" onClick={retry}>
        {messages.actions.retry}
      </Button>
    </StepLayout>
  )
}
