import { domainOf } from './pasted-cookie.ts'

/** A program that sends a request, or the request itself: its cookies belong to its address. */
const request =
  /^\s*(?:curl|wget|https? |(?:await )?fetch\b|\w*requests?\.|\$session\b|Invoke-|(?:GET|POST|PUT|HEAD) )/i

/** The domain of all cookies in a text: by an attribute, the header `Host`, or the address of a request. */
export function siteOfText(text: string): string | undefined {
  const attribute = /(?:^|[;,\s])domain["']?\s*[=:]\s*["']?([^\s"';,]+)/im.exec(text)?.[1]
  const jar = /<Cookie \S+ for ([^\s/]+)/.exec(text)?.[1]
  const host = /^host:\s*(\S+)/im.exec(text)?.[1]
  return [attribute, jar, host].map((found) => domainOf(found ?? '')).find(Boolean) ?? siteOfRequest(text)
}

/** The domain of the request, if the text is one. */
export function siteOfRequest(text: string): string | undefined {
  return isRequest(text) ? domainOf(/https?:\/\/[^\s"'/^]+/i.exec(text)?.[0] ?? '') : undefined
}

export function isRequest(text: string): boolean {
  return request.test(text)
}
