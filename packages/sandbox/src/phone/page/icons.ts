import { raw } from 'hono/html'

/** Line icons on a 24 × 24 grid, hidden from assistive technology because a label is always beside them. */
const paths = {
  messages: 'M4 5h16v11H9l-5 4z',
  approvals: 'M12 3l7 3v5c0 4.5-3 8-7 10-4-2-7-5.5-7-10V6zM9 11.5l2.2 2.2L15.200 9.500',
  authenticator: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  accounts: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-4 4.200-6 8-6s7 2 8 6',
} as const

export type Icon = keyof typeof paths

export function icon(name: Icon) {
  return raw(
    `<svg aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="${paths[name]}"/></svg>`,
  )
}
