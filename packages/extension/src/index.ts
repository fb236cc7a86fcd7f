export type { ExtensionBrowser } from './browser.ts'
export { createLinkedInRenewal, type LinkedInRenewal, type RenewalOptions } from './linkedin-renewal.ts'
export { LINKEDIN_URL, type LinkedInSession, readLinkedInSession } from './linkedin-session.ts'
export { MAX_REFUSALS, type RenewalState } from './renewal-state.ts'
