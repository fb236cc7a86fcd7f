/** English messages about pasted cookies. They load with the code that reads cookies. */
export const enCookies = {
  cookies: {
    missing: (site: string, name: string) => `This isn’t a ${site} cookie: ${name} is missing.`,
    foreign: (site: string, other: string) => `These cookies are from ${other}. Paste the ones from ${site}.`,
  },
}
