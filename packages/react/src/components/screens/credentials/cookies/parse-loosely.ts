/** A value of JSON, or of a literal of JavaScript or Python: numbers and words are read as text. */
export type LooseValue = string | LooseValue[] | Map<string, LooseValue>

const MAX_DEPTH = 24

/**
 * Returns the objects and lists in a text, in their order: JSON, JSON lines, and the output of JavaScript and
 * Python, with any text around it. A line end inside a string comes from wrapping and is removed. A string
 * that is cut off at the end is dropped.
 */
export function parseLoosely(text: string): LooseValue[] {
  let at = 0

  function take(pattern: RegExp): string {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }

  function readString(): string | undefined {
    const quote = text[at++]
    let value = ''
    while (at < text.length) {
      const character = text[at++]
      if (character === quote) return value
      if (character === '\\') value += readEscape()
      else if (character === '\n') {
        value = value.trimEnd()
        take(/\s*/y)
      } else value += character
    }
    return undefined
  }

  function readEscape(): string {
    const code = take(/u[\da-f]{4}|x[\da-f]{2}/iy)
    if (code) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
    const character = text[at++] ?? ''
    return /[nrt\n]/.test(character) ? '' : character
  }

  function readValue(depth: number): LooseValue | undefined {
    take(/\s*/y)
    const start = text[at] ?? ''
    if (depth > MAX_DEPTH) return undefined
    if (start === '{') return readObject(depth)
    if (start === '[' || start === '(') return readList(depth)
    return readText()
  }

  function readText(): string | undefined {
    return /["'`]/.test(text[at] ?? '') ? readString() : take(/[^\s,:;=()[\]{}"'`]+/y) || undefined
  }

  function readObject(depth: number): LooseValue {
    const members = new Map<string, LooseValue>()
    at++
    while (at < text.length) {
      take(/[\s,;]*/y)
      if (text[at] === '}') {
        at++
        break
      }
      const before = at
      const name = readText()
      const isMember = take(/\s*(?:=>|[:=])/y) !== ''
      const value = isMember ? readValue(depth + 1) : undefined
      if (name !== undefined && value !== undefined && !members.has(name)) members.set(name, value)
      if (at === before) at++
    }
    return members
  }

  function readList(depth: number): LooseValue {
    const items: LooseValue[] = []
    at++
    while (at < text.length) {
      take(/[\s,;]*/y)
      if (/[)\]]/.test(text[at] ?? '')) {
        at++
        break
      }
      const before = at
      const item = readValue(depth + 1)
      if (item !== undefined) items.push(item)
      if (at === before) at++
    }
    return items
  }

  const values: LooseValue[] = []
  while (at < text.length) {
    take(/[^[{]+/y)
    const value = readValue(0)
    if (value !== undefined) values.push(value)
    else at++
  }
  return values
}
