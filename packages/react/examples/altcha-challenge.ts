/** An easy challenge, as a server creates it with altcha-lib's `createChallenge`. */
export const altchaChallenge = JSON.stringify({
  parameters: {
    algorithm: 'SHA-256',
    cost: 1,
    expiresAt: Math.floor(Date.now() / 1000) + 600,
    keyLength: 32,
    keyPrefix: '00',
    nonce: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    salt: '00112233445566778899aabbccddeeff',
  },
})
