import { expect } from '@playwright/test'
import { checks } from '../src/accessibility/checks.ts'
import { conditions, conditionsFor, nameOf } from '../src/accessibility/conditions.ts'
import { forgetAnnounced, listen, readAnnounced } from '../src/accessibility/listen.ts'
import { shortList } from '../src/accessibility/short-list.ts'
import { walks } from '../src/accessibility/walks.ts'
import type { Look } from '../src/looks.ts'
import { openStory } from '../src/open-story.ts'
import { isWanted, listStates } from '../src/stories.ts'
import { test } from '../src/test.ts'

const stories = listStates().filter(({ id }) => isWanted(id))
/** All stories, each in two conditions or in all, or a few of them in one. */
const runs = process.env.ACCESSIBILITY_SHORT
  ? shortList.map((id, place) => ({ id, among: conditions.slice(place % conditions.length).slice(0, 1) }))
  : stories.map(({ id }, place) => ({
      id,
      among: process.env.ACCESSIBILITY_EVERY ? conditions : conditionsFor(place),
    }))

for (const { id, among } of runs)
  for (const conditions of among)
    test(`${id}: ${nameOf(conditions)}`, async ({ storyPage }) => {
      const { colors, direction, text, width } = conditions
      const scheme = colors === 'dark' ? 'dark' : 'light'
      await storyPage.emulateMedia({ forcedColors: colors === 'forced' ? 'active' : 'none' })
      await openStory(storyPage, id, { theme: 'default', scheme, direction, width })
      await storyPage.addStyleTag({ content: `html { font-size: ${text}% }` })
      for (const { name, find } of checks) expect.soft(await find(storyPage), name).toEqual([])
    })

const look: Look = { theme: 'default', scheme: 'light', direction: 'ltr', width: 1024 }

for (const { name, id, acts } of walks.filter(({ id }) => isWanted(id)))
  test(`from step to step: ${name}`, async ({ storyPage }) => {
    await storyPage.emulateMedia({ forcedColors: 'none' })
    await openStory(storyPage, id, look)
    await listen(storyPage)
    for (const { name, run, focus, announced } of acts) {
      await forgetAnnounced(storyPage)
      await run(storyPage)
      await expect(storyPage.locator(':focus'), name).toHaveAccessibleName(focus)
      if (announced !== undefined)
        await expect.poll(() => readAnnounced(storyPage), name).toContain(announced)
    }
  })
