import { secureHeaders } from 'hono/secure-headers'

/** Nothing inline, nothing from elsewhere, never framed; the opener of a popup is cut off, as the real providers do. */
export const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ['data:'],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
})
