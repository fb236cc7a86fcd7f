import { expect } from '@playwright/test'
import { core, fileOf } from '../src/core.ts'
import { openStory } from '../src/open-story.ts'
import { isWanted, listStories } from '../src/stories.ts'
import { test } from '../src/test.ts'

const known = new Set(listStories().map(({ id }) => id))

for (const picture of core.filter(({ id }) => isWanted(id)))
  test(fileOf(picture), async ({ storyPage }) => {
    const { id, look } = picture
    expect(known, 'Storybook has no such story: change src/core.ts').toContain(id)
    await openStory(storyPage, id, look)
    await expect(storyPage).toHaveScreenshot(fileOf(picture), { fullPage: true })
  })
