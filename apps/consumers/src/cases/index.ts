import type { Case } from '../case.ts'
import { formCases } from './form.ts'
import { viteCases } from './vite.ts'

export const cases: readonly Case[] = [...viteCases, ...formCases]
