import { ConnectError } from '@connect-account/core'
import type { Brand } from './brand.ts'
import { brandLinks, isAllowedLink } from './brand-links.ts'

/** The characters of a name that a line of the card has room for on a phone. */
const LONGEST_NAME = 40

/** Finds what the kit can't show well in a brand that plain JavaScript may pass. Never repeats a value. */
export function checkBrand(brand: Brand): ConnectError[] {
  const mistakes: ConnectError[] = []
  const add = (member: string, problem: string) =>
    mistakes.push(new ConnectError('invalid_option', { detail: `"brand.${member}" ${problem}` }))
  const { name, logo } = brand

  if (typeof name !== 'string' || !name.trim()) add('name', 'must be a name; the value is ignored')
  else if ([...name].length > LONGEST_NAME)
    add('name', `has more than ${LONGEST_NAME} characters; it is too long for the screens`)
  if (logo !== undefined && typeof logo !== 'string') add('logo', 'must be an address; the value is ignored')
  for (const link of brandLinks) {
    const url = brand[link]
    if (url !== undefined && !isAllowedLink(link, url))
      add(link, 'must be an http or https address or a path; the link is left out')
  }
  return mistakes
}

/** The logo of a brand that did not load. */
export const logoFailure = () =>
  new ConnectError('invalid_option', { detail: '"brand.logo" did not load; only the name is shown' })
