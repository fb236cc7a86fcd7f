import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { addWebLocks } from './web-locks.ts'

addWebLocks(navigator)

afterEach(cleanup)

// With empty caches, loading a screen's chunk takes seconds.
configure({ asyncUtilTimeout: 20_000 })
