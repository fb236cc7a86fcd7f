/** English messages of the links to the host's own pages. */
export const enBrand = {
  brandLinks: { termsUrl: 'Terms', privacyUrl: 'Privacy', helpUrl: 'Help' },
}
