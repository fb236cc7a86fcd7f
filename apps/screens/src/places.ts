import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')
/** The static Storybook. */
export const STORYBOOK = `${root}/test-results/storybook`
/** The checked-in pictures. */
export const BASELINE = `${root}/apps/screens/baseline`
/** The pictures of the last run, and their contact sheet. */
export const RESULTS = `${root}/test-results/screens`
/** The pictures of the contact sheet: a folder per story, a file per look. */
export const PICTURES = `${RESULTS}/pictures`
/** What Playwright reports of the last run. */
export const REPORT = `${RESULTS}/report.json`
export const PORT = Number(process.env.SCREENS_PORT ?? 4690)
export const URL_OF_STORYBOOK = `http://localhost:${PORT}`
