import { describe, expect, it } from 'vitest'
import { readCookies } from './read-cookies.ts'

const wanted = [
  { cookie: 'li_at', credential: 'access_token', required: true },
  { cookie: 'li_a', credential: 'premium_access_token', required: false },
]
const V = 'AQEDATnoCookie-0_1abcDEFghiJKLmnoPQRstuVWXyz'
const read = (text: string) => readCookies(text, wanted, 'linkedin.com')
const row = (...cells: string[]) => cells.join('\t')
const header = `bcookie="v=2&a1-b2"; li_sugr=x; JSESSIONID="ajax:123"; lang=v=2&lang=en-us; li_at=${V}`

/** Formats of browsers, extensions, developer tools and programs, with the cookie last if that is harder. */
const forms: readonly (readonly [string, string])[] = [
  ['the value alone', `${V}\n`],
  ['the value with a semicolon', `${V};`],
  ['the value in quotes', `"${V}"`],
  ['the value wrapped over two lines', `${V.slice(0, 20)}\n${V.slice(20)}`],
  ['name=value', `li_at=${V}`],
  ['name = value', `li_at = ${V}`],
  ['name: value', `li_at: ${V}`],
  ['Firefox’s storage panel, one value', `li_at:"${V}"`],
  [
    'Firefox’s storage panel, all of a cookie',
    `li_at:"${V}"\nCreated:"Fri, 27 Nov 2026 10:00:00 GMT"\nDomain:".www.linkedin.com"\nExpires / Max-Age:"Sat, 27 Nov 2027 10:00:00 GMT"\nHostOnly:false\nHttpOnly:true\nPath:"/"\nSameSite:"None"\nSecure:true\nSize:157`,
  ],
  ['name and value on two lines', `li_at\n${V}`],
  ['name, colon, and the value on the next line', `li_at:\n${V}`],
  ['the value of a Cookie header', header],
  ['a Cookie header', `Cookie: ${header}`],
  [
    'a Cookie header, wrapped within the value',
    `Cookie: ${header.slice(0, -15)}\n  ${header.slice(-15)}; lidc="b=VB1"`,
  ],
  ['Chrome’s header panel, name and value on two lines', `cookie\n${header}\npriority\nu=1, i`],
  [
    'Chrome’s raw request headers',
    `:authority: www.linkedin.com\n:method: GET\naccept: */*\ncookie: ${header}\nuser-agent: Mozilla/5.0`,
  ],
  [
    'Firefox’s raw request headers',
    `GET /feed/ HTTP/2\nHost: www.linkedin.com\nUser-Agent: Mozilla/5.0\nCookie: ${header}\nConnection: keep-alive`,
  ],
  ['a Set-Cookie header', `set-cookie: li_at=${V}; Domain=.www.linkedin.com; Path=/; Secure; HttpOnly`],
  [
    'Chrome, copy as cURL (bash)',
    `curl 'https://www.linkedin.com/feed/' \\\n  -H 'accept: text/html' \\\n  -b '${header}' \\\n  -H 'user-agent: Mozilla/5.0'`,
  ],
  [
    'Chrome, copy as cURL (bash), with an escaped string',
    `curl 'https://www.linkedin.com/feed/' \\\n  -b $'x=\\u0021; ${header}' \\\n  --compressed`,
  ],
  [
    'Chrome, copy as cURL (cmd)',
    `curl ^"https://www.linkedin.com/feed/^" ^\n  -H ^"accept: text/html^" ^\n  -b ^"${header.replaceAll('"', '^\\^"').replaceAll('&', '^&')}^" ^\n  -H ^"user-agent: Mozilla/5.0^"`,
  ],
  [
    'Chrome before 2024, copy as cURL',
    `curl 'https://www.linkedin.com/feed/' -H 'cookie: ${header}' --compressed`,
  ],
  [
    'Firefox, copy as cURL (Windows)',
    `curl.exe "https://www.linkedin.com/feed/" --compressed -H "Cookie: ${header.replaceAll('"', '\\"')}"`,
  ],
  [
    'Safari, copy as cURL',
    `curl 'https://www.linkedin.com/feed/' \\\n-X 'GET' \\\n-H 'Cookie: ${header}' \\\n-H 'Accept: text/html'`,
  ],
  [
    'curl by hand, without quotes',
    `curl -b li_at=${V} -H "Accept: text/html" https://www.linkedin.com/feed/`,
  ],
  [
    'Chrome, copy as PowerShell',
    `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n$session.UserAgent = "Mozilla/5.0"\n$session.Cookies.Add((New-Object System.Net.Cookie("bcookie", "\`"v=2&a1\`"", "/", ".linkedin.com")))\n$session.Cookies.Add((New-Object System.Net.Cookie("li_at", "${V}", "/", ".www.linkedin.com")))\nInvoke-WebRequest -UseBasicParsing -Uri "https://www.linkedin.com/feed/" \`\n-WebSession $session`,
  ],
  [
    'Chrome, copy as fetch (Node.js)',
    `fetch("https://www.linkedin.com/feed/", {\n  "headers": {\n    "accept": "text/html",\n    "cookie": ${JSON.stringify(header)}\n  },\n  "body": null,\n  "method": "GET"\n});`,
  ],
  [
    'Firefox, copy as fetch, with the header added',
    `await fetch("https://www.linkedin.com/feed/", {\n    "credentials": "include",\n    "headers": { "Cookie": ${JSON.stringify(header)} },\n    "method": "GET"\n});`,
  ],
  [
    'a HAR file',
    JSON.stringify({
      log: {
        version: '1.2',
        creator: { name: 'Firefox', version: '145.0' },
        entries: [
          {
            request: {
              url: 'https://static.example.com/a.js',
              cookies: [],
              headers: [{ name: 'Host', value: 'static.example.com' }],
            },
          },
          {
            request: {
              url: 'https://www.linkedin.com/feed/',
              headers: [{ name: 'Cookie', value: header }],
              cookies: [{ name: 'li_at', value: V }],
            },
          },
        ],
      },
    }),
  ],
  [
    'EditThisCookie',
    JSON.stringify(
      [
        {
          domain: '.www.linkedin.com',
          hostOnly: false,
          httpOnly: true,
          name: 'li_at',
          path: '/',
          sameSite: 'no_restriction',
          secure: true,
          session: false,
          storeId: '0',
          value: V,
          id: 1,
        },
      ],
      null,
      4,
    ),
  ],
  [
    'Cookie-Editor',
    JSON.stringify([
      {
        name: 'li_at',
        value: V,
        domain: '.www.linkedin.com',
        hostOnly: false,
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'no_restriction',
        session: false,
        firstPartyDomain: '',
        partitionKey: null,
        expirationDate: 1795000000,
        storeId: null,
      },
    ]),
  ],
  [
    'J2TEAM Cookies',
    JSON.stringify({
      url: 'https://www.linkedin.com',
      cookies: [{ domain: '.www.linkedin.com', name: 'li_at', value: V }],
    }),
  ],
  [
    'Cookie Quick Manager',
    `[{"Host raw":"https://.www.linkedin.com/","Name raw":"li_at","Path raw":"/","Content raw":"${V}","Expires":"27-11-2027","HTTP only raw":"true"}]`,
  ],
  [
    'Puppeteer, as Node.js prints it',
    `[\n  {\n    name: 'li_at',\n    value: '${V}',\n    domain: '.www.linkedin.com',\n    path: '/',\n    expires: 1795000000.5,\n    size: 157,\n    httpOnly: true,\n    session: false\n  }\n]`,
  ],
  [
    'Playwright’s storage state',
    JSON.stringify({
      cookies: [
        {
          name: 'li_at',
          value: V,
          domain: '.www.linkedin.com',
          path: '/',
          expires: -1,
          httpOnly: true,
          secure: true,
          sameSite: 'None',
        },
      ],
      origins: [{ origin: 'https://www.linkedin.com', localStorage: [{ name: 'theme', value: 'dark' }] }],
    }),
  ],
  [
    'Selenium, as Python prints it',
    `[{'domain': '.www.linkedin.com', 'expiry': 1795000000, 'httpOnly': True, 'name': 'li_at', 'path': '/', 'sameSite': 'None', 'secure': True, 'value': '${V}'}]`,
  ],
  [
    'Python, a dict for requests',
    `cookies = {\n    'lang': 'v=2&lang=en-us',\n    'li_at': '${V}',\n}\n\nresponse = requests.get('https://www.linkedin.com/feed/', cookies=cookies)`,
  ],
  [
    'Python, a header',
    `requests.get("https://www.linkedin.com/feed/", headers={"Cookie": 'lang=en; li_at=${V}'})`,
  ],
  ['Python, a cookie jar', `<RequestsCookieJar[<Cookie li_at=${V} for .www.linkedin.com/>]>`],
  ['Python, cookies.set', `session.cookies.set('li_at', '${V}', domain='.linkedin.com')`],
  [
    'tough-cookie',
    `{"storeType":"MemoryCookieStore","cookies":[{"key":"li_at","value":"${V}","domain":"www.linkedin.com","path":"/"}]}`,
  ],
  ['JSON of names and values', JSON.stringify({ lang: 'en', li_at: V })],
  ['a line of JSON', `  "li_at": "${V}",`],
  [
    'JSON within a string',
    JSON.stringify(JSON.stringify([{ name: 'li_at', value: V, domain: '.linkedin.com' }])),
  ],
  [
    'JSON that is cut off after the cookie',
    `[{"name":"li_at","value":"${V}","domain":".linkedin.com"},{"name":"lan`,
  ],
  [
    'JSON wrapped within the value',
    `[{"domain": ".linkedin.com", "name": "li_at", "value": "${V.slice(0, 20)}\n    ${V.slice(20)}"}]`,
  ],
  [
    'JSON by lines',
    `{"name":"lang","value":"en","domain":".linkedin.com"}\n{"name":"li_at","value":"${V}","domain":".linkedin.com"}`,
  ],
  [
    'a Netscape cookies.txt',
    `# Netscape HTTP Cookie File\n# https://curl.se/docs/http-cookies.html\n\n${row('.linkedin.com', 'TRUE', '/', 'TRUE', '1795000000', 'lang', 'en')}\n${row('#HttpOnly_.www.linkedin.com', 'TRUE', '/', 'TRUE', '1795000000', 'li_at', V)}`,
  ],
  [
    'a Netscape cookies.txt whose tabs became blanks',
    `.www.linkedin.com  TRUE  /  TRUE  1795000000  li_at  ${V}`,
  ],
  [
    'a Netscape cookies.txt, wrapped within the value',
    `${row('.www.linkedin.com', 'TRUE', '/', 'TRUE', '1795000000', 'li_at', V.slice(0, 20))}\n${V.slice(20)}`,
  ],
  [
    'a row of Chrome’s application panel',
    row(
      'li_at',
      V,
      '.www.linkedin.com',
      '/',
      '2027-11-27T10:00:00.000Z',
      '157',
      '✓',
      '✓',
      'None',
      '',
      '',
      'Medium',
    ),
  ],
  [
    'such a row, wrapped within the value',
    `${row('li_at', V.slice(0, 20))}\n${row(V.slice(20), '.www.linkedin.com', '/')}`,
  ],
  [
    'a row of Firefox’s storage panel',
    row('li_at', V, '.www.linkedin.com', '/', 'Sat, 27 Nov 2027 10:00:00 GMT', '157', 'true', 'true', 'None'),
  ],
  [
    'a row of Safari’s storage panel',
    row('li_at', V, '.www.linkedin.com', '/', '27.11.2027, 10:00:00', '157 B', '✓', '✓', '—'),
  ],
  ['two cells of a spreadsheet', row('li_at', V)],
  ['values by comma', `name,value,domain,path\n"li_at","${V}",".www.linkedin.com","/"`],
  [
    'a table of Markdown',
    `| Name | Value | Domain |\n| --- | --- | --- |\n| li_at | ${V} | .www.linkedin.com |`,
  ],
  ['wget', `wget --header='Cookie: li_at=${V}' https://www.linkedin.com/feed/`],
  ['HTTPie', `http GET https://www.linkedin.com/feed/ 'Cookie:lang=en; li_at=${V}'`],
  ['a script', `document.cookie = "li_at=${V}; path=/; domain=.linkedin.com"`],
  ['an environment file', `# LinkedIn\nexport li_at="${V}"`],
  ['YAML', `- name: li_at\n  value: ${V}\n  domain: .linkedin.com`],
  ['typographic quotes', `li_at = “${V}”`],
  ['invisible characters', `\u200bli_at\u00a0=\u00a0${V}\u200b`],
  ['a list', `• li_at: ${V}\n• lang: en`],
  ['code in a message', `\`li_at=${V}\``],
  [
    'Chrome, copy all as cURL',
    `curl 'https://static.licdn.com/a.js' \\\n  -H 'accept: */*' &\ncurl 'https://www.linkedin.com/feed/' \\\n  -b '${header}' &\ncurl 'https://px.ads.example.com/' -b 'x=y'`,
  ],
  ['Go', `req.AddCookie(&http.Cookie{Name: "li_at", Value: "${V}"})`],
  ['PHP', `$cookies = ['lang' => 'en', 'li_at' => '${V}'];`],
  [
    'a list of headers',
    `curl_setopt($ch, CURLOPT_HTTPHEADER, ['accept: */*', 'cookie: lang=en; li_at=${V}']);`,
  ],
  ['a row of Firefox’s cookies.sqlite', `12|^partitionKey=x|li_at|${V}|.www.linkedin.com|/|1795000000`],
  ['curl with its long option', `curl --cookie "li_at=${V}" https://www.linkedin.com/feed/`],
  ['old line ends', `lang=en\r\nli_at=${V}\r\n`],
]

describe('readCookies reads', () => {
  it.each(forms)('%s', (_, text) => {
    expect(read(text)).toEqual({ values: { access_token: V } })
  })
})

describe('readCookies reports that it cannot read', () => {
  it.each([
    ['nothing', ''],
    ['a word', 'li_at'],
    ['an empty value', 'li_at='],
    ['a sentence', 'I do not know where to find the cookie'],
    ['a sentence with the name', 'Please copy your li_at cookie'],
    ['an address', 'https://www.linkedin.com/feed/'],
    ['a value that is cut off', `[{"domain":".linkedin.com","name":"li_at","value":"${V.slice(0, 20)}`],
    ['a request that is cut off', `curl 'https://www.linkedin.com/' -b 'lang=en; li_at=${V.slice(0, 20)}`],
    ['a value with blanks', 'li_at=not a cookie'],
    ['a value with a comma', 'li_at=AQED,secret'],
    ['JSON of something else', '[1,null,"x",{"name":1}]'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ unreadable: 'li_at' })
  })
})

describe('readCookies reports the foreign site of', () => {
  it.each([
    ['a request as cURL', `curl 'https://www.example.com/' -H 'accept: */*' -b 'li_at=${V}'`],
    ['a request as cURL without the cookie', `curl 'https://www.example.com/' -b 'session=${V}'`],
    ['request headers', `GET / HTTP/1.1\nHost: www.example.com\nCookie: li_at=${V}`],
    [
      'PowerShell',
      `$session.Cookies.Add((New-Object System.Net.Cookie("li_at", "${V}", "/", ".example.com")))`,
    ],
    ['a Set-Cookie header', `Set-Cookie: li_at=${V}; Domain=.example.com; Path=/`],
    ['fetch', `fetch("https://www.example.com/", { "headers": { "cookie": "li_at=${V}" } })`],
    [
      'HAR',
      JSON.stringify({
        log: {
          entries: [{ request: { url: 'https://example.com/', cookies: [{ name: 'li_at', value: V }] } }],
        },
      }),
    ],
    ['Selenium', `[{'domain': '.example.com', 'name': 'li_at', 'value': '${V}'}]`],
    ['cookies.txt with blanks', `.example.com TRUE / TRUE 1795000000 li_at ${V}`],
    ['a table', `| li_at | ${V} | .example.com |`],
    ['YAML', `- name: li_at\n  value: ${V}\n  domain: .example.com`],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ foreign: 'example.com' })
  })
})

describe('readCookies reports the missing cookie of', () => {
  it.each([
    ['pairs', 'bcookie=AQEDsecret; lang=en'],
    ['the optional one', 'li_a=AQJ2premium'],
    ['an export', JSON.stringify([{ name: 'lang', value: 'en', domain: '.linkedin.com' }])],
    ['a request', `curl 'https://www.linkedin.com/' -b 'lang=en; bcookie=x'`],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ missing: 'li_at' })
  })
})

it('reads a session cookie of Instagram, escaped or not', () => {
  const session = [{ cookie: 'sessionid', credential: 'sessionid', required: true }]
  for (const value of ['123%3AabcDEF%3A12%3AAYd', '123:abcDEF:12:AYd']) {
    for (const text of [
      value,
      `sessionid=${value}`,
      `sessionid: ${value};`,
      `csrftoken=a; sessionid=${value}`,
    ])
      expect(readCookies(text, session, 'instagram.com')).toEqual({ values: { sessionid: value } })
  }
})

it('reads both cookies of a request', () => {
  expect(read(`curl 'https://www.linkedin.com/' -b 'li_a=AQJ2premium; li_at=${V}' \\`)).toEqual({
    values: { access_token: V, premium_access_token: 'AQJ2premium' },
  })
})
