import type { Case } from '../case.ts'
import { bundlerCases } from './bundlers.ts'
import { formCases } from './form.ts'
import { gettingStartedCases } from './getting-started.ts'
import { mistakeCases } from './mistakes.ts'
import { nextCases } from './next.ts'
import { policyCases } from './policies.ts'
import { radixCases } from './radix.ts'
import { skillCases } from './skills.ts'
import { typeCases } from './types.ts'
import { viteCases } from './vite.ts'

/** Cases that share an installation follow each other. */
export const cases: readonly Case[] = [
  ...viteCases,
  ...formCases,
  ...radixCases,
  ...policyCases,
  ...mistakeCases,
  ...typeCases,
  ...bundlerCases,
  ...nextCases,
  ...gettingStartedCases,
  ...skillCases,
]
