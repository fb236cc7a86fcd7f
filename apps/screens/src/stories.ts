import { readFileSync } from 'node:fs'
import { STORYBOOK } from './places.ts'

export interface Story {
  readonly id: string
  /** The group that it belongs to in the sidebar. */
  readonly title: string
  readonly name: string
}

interface Entry extends Story {
  readonly type: 'story' | 'docs'
}

/** All stories of the built Storybook, in the order of its sidebar. */
export function listStories(): Story[] {
  const index: { readonly entries: Readonly<Record<string, Entry>> } = JSON.parse(
    readFileSync(`${STORYBOOK}/index.json`, 'utf8'),
  )
  return Object.values(index.entries).filter(({ type }) => type === 'story')
}

/** Pages about the kit, screens that are the host's own, tools, and emails: no states of the kit. */
const others = ['Whole flow', 'Parts', 'Themes', 'Motion', 'Headless', 'Inspector', 'Emails']

/** The stories that show one state of the kit. */
export const listStates = (): Story[] => listStories().filter(({ title }) => !others.includes(title))

/** Whether `--only` selects the story with this ID. */
export const isWanted = (id: string): boolean => id.includes(process.env.SCREENS_ONLY ?? '')
