import type { Attack } from '../attack.ts'
import { consentAttacks } from './consent.ts'
import { demoAttacks } from './demo.ts'
import { leftoverAttacks } from './leftovers.ts'
import { linkAttacks } from './links.ts'
import { sessionAttacks } from './sessions.ts'
import { starvationAttacks } from './starvation.ts'
import { textAttacks } from './texts.ts'

export const attacks: readonly Attack[] = [
  ...consentAttacks,
  ...linkAttacks,
  ...sessionAttacks,
  ...leftoverAttacks,
  ...starvationAttacks,
  ...textAttacks,
  ...demoAttacks,
]
