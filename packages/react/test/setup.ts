import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { addWebLocks } from './web-locks.ts'

addWebLocks(navigator)

afterEach(cleanup)

// A screen of a chunk of its own takes seconds to load from empty caches.
configure({ asyncUtilTimeout: 20_000 })
