/** The English words about pasted cookies; they load with what reads them. */
export const enCookies = {
  cookies: {
    unreadable: (site: string, name: string) =>
      `We can’t read this. Paste the whole value of the ${name} cookie of ${site}, or a whole cookie export.`,
    missing: (site: string, name: string) =>
      `The ${name} cookie of ${site} is not among these. Paste it too.`,
    foreign: (site: string, other: string) =>
      `These are cookies of ${other}, not ${site}. Paste those of ${site}.`,
  },
}
