import type { Attack } from '../attack.ts'
import { browserAttacks } from './browser.ts'
import { consentAttacks } from './consent.ts'
import { demoAttacks } from './demo.ts'
import { detailAttacks } from './details.ts'
import { leftoverAttacks } from './leftovers.ts'
import { linkAttacks } from './links.ts'
import { sessionAttacks } from './sessions.ts'
import { textAttacks } from './texts.ts'

/** Each group is tried one after the other, and the groups at the same time. */
export const attackGroups: readonly (readonly Attack[])[] = [
  consentAttacks,
  [...linkAttacks, ...sessionAttacks, ...textAttacks, ...detailAttacks],
  leftoverAttacks,
  [...demoAttacks, ...browserAttacks],
]
