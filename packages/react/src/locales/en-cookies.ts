/** English messages about pasted cookies. They load with the code that reads cookies. */
export const enCookies = {
  cookies: {
    unreadable: (site: string, name: string) =>
      `We can’t read this. Paste the whole value of the ${name} cookie of ${site}, or a whole cookie export.`,
    missing: (site: string, name: string) => `The ${name} cookie of ${site} isn’t among these. Paste it too.`,
    foreign: (site: string, other: string) => `These cookies are from ${other}. Paste the ones from ${site}.`,
  },
}
