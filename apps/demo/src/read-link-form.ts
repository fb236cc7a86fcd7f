import type { LinkOptions } from './host-api.ts'

const colorSchemes = ['light', 'dark'] as const

/** The form's values, without the empty ones. */
export function readLinkForm(form: FormData): LinkOptions {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const list = (name: string) => form.getAll(name).map(String)
  const providers = list('providers')
  const methods = list('methods')
  const scopes = text('scopes').split(/\s+/).filter(Boolean)
  const appearance = readAppearance(text)
  return {
    expiresInMinutes: Number(text('expiresInMinutes')),
    ...(providers.length > 0 && { providers }),
    ...(methods.length > 0 && { methods }),
    ...(text('accountId') && { accountId: text('accountId') }),
    ...(text('loginHint') && { loginHint: text('loginHint') }),
    ...(scopes.length > 0 && { scopes }),
    ...(text('country') && { proxy: { country: text('country').toUpperCase() } }),
    ...(text('redirectUri') && { redirectUri: text('redirectUri') }),
    ...(text('state') && { state: text('state') }),
    ...(text('locale') && { locale: text('locale') }),
    ...(text('page') === 'unipile' && { wizard: 'unipile' }),
    ...(text('productName') && { brand: { name: text('productName') } }),
    ...(Object.keys(appearance).length > 0 && { appearance }),
  }
}

function readAppearance(text: (name: string) => string): NonNullable<LinkOptions['appearance']> {
  const colorScheme = colorSchemes.find((each) => each === text('appearance'))
  return {
    ...(text('accent') && { variables: { accent: text('accent') } }),
    ...(colorScheme && { colorScheme }),
  }
}
