import { useState } from 'react'

/**
 * Returns a function that runs an event handler. What the handler throws, or rejects with, is thrown by the
 * component's next render, because React gives only that to an error boundary.
 */
export function useHandler(): (run: () => unknown) => Promise<void> {
  const [, fail] = useState<never>()
  return async (run) => {
    try {
      await run()
    } catch (error) {
      fail(() => {
        throw error
      })
    }
  }
}
