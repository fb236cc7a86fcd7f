import { signInName } from '@connect-account/sandbox/testing'
import type { Attack } from '../attack.ts'
import { codeOf } from '../host/caller.ts'

/** Texts that a database does not take, in the escapes of JSON. */
const texts = ['\u0000', '\ud800', 'a\udc00b', 'x'.repeat(100_000)]

export const textAttacks: Attack[] = [
  {
    name: 'unstorable texts of a user',
    tried: 'NUL, halves of emoji and 100,000 letters in every text that a user sends',
    async run(ground) {
      const host = await ground.host()
      const answers: string[] = []
      for (const text of texts) {
        // A user's own limits must not hide an answer.
        const userId = ground.name('mallory')
        const mallory = await host.as(userId)
        await mallory.signIn(signInName('plain', userId))
        const [account] = await mallory.accounts()
        const { id, step } = await mallory.signIn(signInName('otp', userId))
        const credentials = { username: text, password: text }
        const calls: [string, string, object][] = [
          ['POST', '/intents', { provider: 'linkedin', method: 'credentials', credentials }],
          ['POST', '/intents', { provider: 'google', method: 'consent', returnTo: `${host.url}/${text}` }],
          ['POST', '/intents', { provider: 'google', method: 'consent', loginHint: text }],
          ['POST', '/intents', { provider: text, method: text }],
          ['POST', `/intents/${id}/solve`, { checkpoint: step.id, answer: text }],
          ['POST', `/intents/${id}/challenge`, { challenge: text }],
          ['POST', '/links', { state: text }],
          ['POST', '/links', { loginHint: text }],
          ['PATCH', `/accounts/${account?.id}`, { name: text }],
        ]
        for (const [method, path, body] of calls) {
          const answer = await mallory.send(method, path, body)
          if (answer.status >= 500 && codeOf(answer) !== 'upstream_unavailable') {
            answers.push(`${method} ${path} ${JSON.stringify(text.slice(0, 3))}: ${answer.status}`)
          }
        }
      }
      return { held: answers.length === 0, happened: answers.join(', ') || 'no 500' }
    },
  },
  {
    name: 'unstorable name from a provider',
    tried: 'Unipile reports an account whose name is cut in the middle of an emoji',
    async run(ground) {
      const host = await ground.host({ webhooks: false })
      const userId = ground.name('anna')
      const anna = await host.as(userId)
      host.upstream.replace('"name":"', '"name":"\\ud83d\\u0000')
      const { step } = await anna.signIn(signInName('plain', userId))
      const accounts = await anna.accounts()
      return {
        held: step.type === 'linked' && accounts.length === 1,
        happened: `the attempt is ${step.type}, the user has ${accounts.length} account`,
      }
    },
  },
]
