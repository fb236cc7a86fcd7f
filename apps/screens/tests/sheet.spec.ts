import { fileOfLook, looks } from '../src/looks.ts'
import { openStory } from '../src/open-story.ts'
import { PICTURES } from '../src/places.ts'
import { isWanted, listStories } from '../src/stories.ts'
import { test } from '../src/test.ts'

for (const { id } of listStories().filter(({ id }) => isWanted(id)))
  test(id, async ({ storyPage }) => {
    for (const look of looks) {
      await openStory(storyPage, id, look)
      const path = `${PICTURES}/${id}/${fileOfLook(look)}`
      await storyPage.screenshot({ path, fullPage: true, animations: 'disabled', caret: 'hide' })
    }
  })
