import { type ReactNode, Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'

/** A part of the page with a file of its own. If the file does not load, the rest of the page stays. */
export function LazyPart({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary
      fallback={
        <p role="alert">
          This part of the page did not load.{' '}
          <button type="button" onClick={() => window.location.reload()}>
            Reload the page
          </button>
        </p>
      }
    >
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  )
}
