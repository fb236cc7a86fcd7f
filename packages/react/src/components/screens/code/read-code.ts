import type { CodeShape } from '@connect-account/core'
import { toAsciiDigits, trimInvisible } from '@connect-account/core/input'

/** The shortest code that any provider sends, and the longest one to search for if the length is unknown. */
const MIN_CODE = 4
const MAX_CODE = 10
/** The length that most providers send. It is the number of cells while the real length is unknown. */
export const USUAL_CODE = 6

/**
 * Separators between the characters of a code: blanks, line ends, every dash, dots, and marks that draw a key
 * around a digit.
 */
const separator = String.raw`[\s\p{Z}\p{Pd}\p{Cf}\p{M}\u02d7\u2043\u2212\u30fc.·•_]`
const separators = new RegExp(separator, 'gu')
/** What spreadsheets and people write between the groups of a code of digits only. */
const betweenDigits = /(?<=\d)[,/](?=\d)/g
const aroundCode = new RegExp(`^${separator}+|${separator}+$`, 'gu')
/** In a text, dashes and single blanks may separate the groups of a code; a line end may not. */
const dash = String.raw`[\p{Pd}\u00ad\u02d7\u2043\u2212\u30fc]`
const joint = String.raw`(?:[ \t\p{Zs}]?${dash}[ \t\p{Zs}]?|[ \t\p{Zs}])`

/**
 * Groups of digits that are not part of a Latin word. Chinese and Thai texts have no blanks around a code.
 */
const digitGroups = new RegExp(
  String.raw`(?<![\p{Script=Latin}\d])\d+(?:${joint}\d+)*(?![\p{Script=Latin}\d])`,
  'gu',
)
/**
 * The characters of codes. Letters without case (Chinese, Arabic) always belong to the words around a code.
 */
const characters = String.raw`[\p{Lu}\p{Ll}\d]`
/** Groups with at least one digit each. */
const mixed = `(?=${characters}*\\d)${characters}+`
const mixedGroups = new RegExp(`(?<!${characters})${mixed}(?:${joint}${mixed})*`, 'gu')
const words = new RegExp(`${characters}+(?:${dash}${characters}+)*`, 'gu')
const oneWord = new RegExp(`^${characters}+(?:${dash}+${characters}+)*$`, 'u')
const year = /^(?:19|20)\d\d$/

/**
 * Reads the code in what was typed, pasted or filled in: `123 456`, `１２３－４５６` and `Your code is 123-456` are
 * all 123456. A text with no code, or with several, is returned unchanged, so that nothing is lost silently;
 * `checkCode` says what is wrong with it.
 */
export function readCode(text: string, shape: CodeShape): string {
  // Normalizes full-width and other forms of letters and digits.
  const plain = toAsciiDigits(text.normalize('NFKC')).replace(aroundCode, '')
  const bare = plain.replace(separators, '')
  const digits = plain.replace(betweenDigits, '').replace(separators, '')
  if (/^\d*$/.test(digits) && (digits !== '' || trimInvisible(text) === '')) return digits
  const found =
    shape.format === 'digits' ? findDigits(plain, shape.length) : findCharacters(plain, bare, shape)
  return found ?? text
}

/**
 * What is wrong with a result of `readCode`; `undefined` if it can be submitted. Anything can if the format
 * is unknown.
 */
export function checkCode(
  code: string,
  { format, length }: CodeShape,
): 'short' | 'long' | 'other' | undefined {
  const allowed = format === 'digits' ? /^\d*$/ : format === 'alphanumeric' ? /^[\p{L}\d]*$/u : /^/
  if (!allowed.test(code)) return 'other'
  const size = [...code].length
  if (size < (length ?? MIN_CODE)) return 'short'
  return length !== undefined && size > length ? 'long' : undefined
}

/**
 * Whether a pasted text holds a whole code, and not a part of one. At an unknown length, a code within other text
 * is whole, and so is one of the usual length.
 */
export function isWholeCode(text: string, shape: CodeShape): boolean {
  const code = readCode(text, shape)
  if (shape.length !== undefined) return code.length === shape.length
  if (checkCode(code, shape) !== undefined || /\s/.test(code)) return false
  const isWithinText = code.length < text.replace(separators, '').length
  return isWithinText || code.length >= USUAL_CODE
}

/** The only code of digits in a text, or `undefined`. */
function findDigits(text: string, length: number | undefined): string | undefined {
  const runs = (text.match(digitGroups) ?? []).map(groupsOf)
  const whole = runs.map((groups) => groups.join(''))
  if (length !== undefined) {
    const single = [...whole, ...runs.flat()].filter((code) => code.length === length)
    return only(single.length > 0 ? single : runs.flatMap(slicesOf).filter((code) => code.length === length))
  }
  const likely = whole.filter(isLikely)
  return only(likely.filter((code) => code.length === USUAL_CODE)) ?? only(withoutYears(likely))
}

/** The only code of letters and digits in a text, or `undefined`. */
function findCharacters(text: string, bare: string, { format, length }: CodeShape): string | undefined {
  const isCode = /^[\p{L}\d]+$/u.test(bare)
  if (isCode && bare.length === length) return bare
  const found = length === undefined ? undefined : findByLength(text, length)
  if (found !== undefined) return found
  if (isCode && isOneCode(text)) {
    // A possible password keeps its dashes.
    return format === 'unknown' && !/\d/.test(bare) ? text : bare
  }
  return length === undefined ? findMixed(text) : undefined
}

/**
 * Whether a text of letters and digits is one code: a single word, or groups that do not occur in a sentence.
 */
function isOneCode(text: string): boolean {
  if (oneWord.test(text)) return true
  const groups = groupsOf(text)
  const isUniform = groups.every(({ length }) => length === groups[0]?.length)
  const isCoded = groups.every((group) => /\d/.test(group)) || (isUniform && !/\p{Ll}/u.test(text))
  return isCoded && !/\p{Lo}/u.test(text)
}

/** In a text, a code of letters alone is distinguished from words by its length and by capitals. */
function findByLength(text: string, length: number): string | undefined {
  const fits = (code: string) => code.length === length
  const mixedRuns = (text.match(mixedGroups) ?? []).map(groupsOf)
  const allWords = (text.match(words) ?? []).map((word) => groupsOf(word).join(''))
  const byLikelihood = [
    [...mixedRuns.flat(), ...mixedRuns.map((groups) => groups.join('')), findDigits(text, length) ?? ''],
    mixedRuns.flatMap(slicesOf),
    allWords.filter((word) => word === word.toUpperCase()),
    allWords,
  ]
  return only(byLikelihood.map((codes) => codes.filter(fits)).find((codes) => codes.length > 0) ?? [])
}

function findMixed(text: string): string | undefined {
  const codes = withoutYears(
    (text.match(mixedGroups) ?? []).map((run) => groupsOf(run).join('')).filter(isLikely),
  )
  return codes.every((code) => /^\d+$/.test(code)) ? findDigits(text, undefined) : only(codes)
}

function isLikely({ length }: string): boolean {
  return length >= MIN_CODE && length <= MAX_CODE
}

/** A text may have the same code twice, in a sentence and in a link. */
function only(codes: readonly string[]): string | undefined {
  const [code, ...others] = new Set(codes)
  return others.length === 0 ? code : undefined
}

function withoutYears(codes: readonly string[]): readonly string[] {
  const others = codes.filter((code) => !year.test(code))
  return others.length > 0 ? others : codes
}

function groupsOf(run: string): string[] {
  return run.match(/[\p{L}\d]+/gu) ?? []
}

/** All joined sequences of adjacent groups. */
function slicesOf(groups: readonly string[]): string[] {
  return groups.flatMap((_, from) =>
    groups.slice(from).map((_, count) => groups.slice(from, from + count + 1).join('')),
  )
}
