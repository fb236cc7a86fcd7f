declare module 'virtual:kit-styles' {
  const sheets: Readonly<Record<'published' | 'baseline' | 'vite' | 'next', string>>
  export default sheets
}

declare module 'virtual:foreign-styles' {
  const sheets: Readonly<Record<string, string>>
  export default sheets
}

declare module 'virtual:kit-themes' {
  const sheets: Readonly<Record<'soft' | 'sharp' | 'compact' | 'warm', string>>
  export default sheets
}
