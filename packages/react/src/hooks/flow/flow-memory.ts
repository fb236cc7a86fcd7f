import type { IntentMemory } from '@connect-account/core'
import { hostFailure, type Report } from '../error-reports/error-report.ts'

/** A memory of the host may throw: the flow then continues without it. */
export function guardedMemory(memory: IntentMemory, report: Report): IntentMemory {
  function attempt<T>(name: keyof IntentMemory, use: () => T): T | undefined {
    try {
      return use()
    } catch (cause) {
      report(hostFailure(`memory.${name}`, cause))
      return undefined
    }
  }
  return {
    read() {
      const id: unknown = attempt('read', () => memory.read())
      return typeof id === 'string' && id ? id : undefined
    },
    write: (id) => attempt('write', () => memory.write(id)),
    clear: () => attempt('clear', () => memory.clear()),
  }
}

/** Remembers the intent that the flow starts with, even if nothing else is stored. */
export function resumingMemory(memory: IntentMemory) {
  let resumed: string | undefined
  return {
    read: () => resumed ?? memory.read(),
    write(id: string) {
      resumed = undefined
      memory.write(id)
    },
    clear() {
      resumed = undefined
      memory.clear()
    },
    resume(id: string) {
      memory.write(id)
      resumed = id
    },
  }
}
