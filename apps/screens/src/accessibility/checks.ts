import type { Page } from '@playwright/test'
import { findViolations } from './axe.ts'
import { findUnreachable } from './keyboard.ts'
import { findCutOff, findOverlaps, findSmallTargets } from './layout.ts'

export interface Check {
  readonly name: string
  /** Success criteria of WCAG 2.2. */
  readonly criteria: string
  /** Returns what is wrong. */
  find(page: Page): Promise<string[]>
}

/** What is checked of every story, in all conditions. */
export const checks: readonly Check[] = [
  {
    name: 'axe finds no violation of the rules for WCAG 2.2 A and AA',
    criteria:
      '1.1.1, 1.3.1, 1.3.5, 1.4.3, 2.4.4, 2.5.3, 3.1.1, 3.1.2, 3.3.2, 4.1.2 and others, as far as rules can tell',
    find: findViolations,
  },
  {
    name: 'no text is cut off, and the kit is no wider than the window',
    criteria: '1.4.4 Resize Text, 1.4.10 Reflow',
    find: findCutOff,
  },
  { name: 'no control covers another', criteria: '1.4.4 Resize Text, 1.4.10 Reflow', find: findOverlaps },
  {
    name: 'each control is at least 24 by 24 pixels; each button of the kit is at least 36 pixels high',
    criteria: '2.5.8 Target Size (Minimum)',
    find: findSmallTargets,
  },
  {
    name: 'Tab reaches every control in reading order, shows where it is, and leaves again; Escape leaves a dialog',
    criteria:
      '2.1.1 Keyboard, 2.1.2 No Keyboard Trap, 2.4.3 Focus Order, 2.4.7 Focus Visible, 2.4.11 Focus Not Obscured (Minimum)',
    find: findUnreachable,
  },
]
