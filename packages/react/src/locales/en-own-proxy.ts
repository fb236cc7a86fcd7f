/** English messages of the form for the user's own proxy. They load with it. */
export const enOwnProxy = {
  ownProxy: {
    open: 'Use your own proxy',
    text: 'We’ll connect through this server, now and later. Not sure? Leave it blank.',
    protocol: 'Type',
    host: 'Server',
    port: 'Port',
    username: 'Username',
    password: 'Proxy password',
    hostMissing: 'Enter the server, like proxy.example.com.',
    portInvalid: 'Enter a port between 1 and 65535.',
    hostRefused: 'This server can’t be used. Check its name, or leave it blank.',
    notAllowed: 'You can’t use your own proxy here. Leave it blank.',
    failed: 'This proxy didn’t work. Check its settings, or leave them blank.',
  },
}
