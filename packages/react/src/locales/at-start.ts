/** A phrase as the first words of a sentence. A brand stays as it is: `iCloud`. */
export function atStart(phrase: string): string {
  return /^\p{Ll}+\s/u.test(phrase) ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase
}
