import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { type State, stateSchema } from './state.ts'

/** Reads a state file; `undefined` if there is none. @throws Error if the file does not hold a state. */
export function readStateFile(path: string): State | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return v.parse(stateSchema, JSON.parse(text))
  } catch (cause) {
    throw new Error(
      `The sandbox cannot read its state file ${path}. Delete it to start with an empty state.`,
      { cause },
    )
  }
}

/** Replaces a state file atomically: after a kill at any moment it holds the old state or the new one. */
export function writeStateFile(path: string, state: State): void {
  mkdirSync(dirname(path), { recursive: true })
  const next = `${path}.next`
  writeFileSync(next, JSON.stringify(state))
  renameSync(next, path)
}
