const around = /^[\s\p{Z}\p{Cc}\p{Cf}]+|[\s\p{Z}\p{Cc}\p{Cf}]+$/gu

/**
 * Removes blanks and invisible characters (zero-width spaces, direction marks, line ends) around a value.
 * Chat programs, spreadsheets and phone keyboards add them. Never use it on a password: they may be part of
 * it.
 */
export function trimInvisible(text: string): string {
  return text.replace(around, '')
}
