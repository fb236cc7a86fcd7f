/** A line icon on a 24 × 24 grid. Each icon is one constant, so that a chunk has only the icons it uses. */
export interface IconShape {
  readonly name: string
  readonly path: string
}

export const alertIcon: IconShape = {
  name: 'alert',
  path: 'M12 8v5m0 3.5v.01M12 3l9.5 17h-19z',
}

export const exclamationIcon: IconShape = {
  name: 'exclamation',
  path: 'M12 5.5v8m0 4.5v.01',
}

export const checkIcon: IconShape = {
  name: 'check',
  path: 'm5 12.5 4.5 4.5L19 7.5',
}

export const closeIcon: IconShape = {
  name: 'close',
  path: 'm6 6 12 12M18 6 6 18',
}

export const expandIcon: IconShape = {
  name: 'expand',
  path: 'm6 9 6 6 6-6',
}

export const eyeIcon: IconShape = {
  name: 'eye',
  path: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5-3a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
}

export const lockIcon: IconShape = {
  name: 'lock',
  path: 'M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13z',
}

export const minusIcon: IconShape = {
  name: 'minus',
  path: 'M6 12h12',
}

export const refreshIcon: IconShape = {
  name: 'refresh',
  path: 'M20 12a8 8 0 1 1-2.5-5.8L20 8.5M20 4v4.5h-4.5',
}

export const searchIcon: IconShape = {
  name: 'search',
  path: 'm20 20-4.5-4.5M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z',
}
