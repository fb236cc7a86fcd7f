import type { Page } from 'playwright'
import { sitePages } from '../../../../.ci/docs/site.ts'
import { skills, skillText } from '../../../../.ci/docs/skills.ts'
import type { Case } from '../case.ts'
import { type FollowedGuide, followText } from '../guide.ts'
import { tarballsOf } from '../installations.ts'
import { openPage } from '../page.ts'
import { newPersona } from '../walk.ts'
import { linkInDialog } from './getting-started.ts'

/** Links an account in screens that are not the kit's. */
async function linkInOwnScreens(page: Page, { sandbox }: FollowedGuide): Promise<void> {
  const persona = newPersona('otp')
  await page.getByRole('button', { name: 'LinkedIn' }).click()
  await page.getByLabel('Email or phone').fill(persona)
  await page.getByLabel('Password').fill('a password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('textbox', { name: 'Code' }).fill(await sandbox.code(persona))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'LinkedIn is connected' }).waitFor()
}

/** Follows the skills for agents in one app, one after the other, as a script does what they say. */
const skillsWork: Case = {
  name: 'skills followed',
  limit: 480_000,
  prepare: (workshop) => tarballsOf(workshop),
  async run(workshop) {
    const pages = sitePages()
    const texts = new Map(skills.map((skill) => [skill.name, skillText(skill, pages)]))
    const textOf = (name: string) => texts.get(name) ?? ''
    await using guide = await followText(workshop, 'skills', textOf('setup'))
    const link = async (walk: typeof linkInDialog) => {
      await using watched = await openPage(workshop, guide.url)
      await walk(watched.page, guide)
      watched.expectNoComplaints()
    }
    await link(linkInDialog)
    await guide.follow(textOf('own-ui'))
    await link(linkInOwnScreens)
    for (const name of ['webhooks', 'testing', 'review']) await guide.follow(textOf(name))
  },
}

export const skillCases: readonly Case[] = [skillsWork]
