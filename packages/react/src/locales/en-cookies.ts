/** The English words about pasted cookies; they load with what reads them. */
export const enCookies = {
  cookies: {
    missing: (site: string, name: string) => `This is not a ${site} cookie: ${name} is missing.`,
    foreign: (site: string, other: string) =>
      `These are cookies of ${other}, not ${site}. Paste those of ${site}.`,
  },
}
