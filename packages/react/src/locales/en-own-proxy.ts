/** The English words of the user's own proxy; they load with its form. */
export const enOwnProxy = {
  ownProxy: {
    open: 'Use your own proxy',
    text: 'The sign-in goes through this server, now and later. Leave it empty if you are not sure.',
    protocol: 'Type',
    host: 'Server',
    port: 'Port',
    username: 'User name',
    password: 'Proxy password',
    hostMissing: 'Enter the server, like proxy.example.com.',
    portInvalid: 'Enter a port between 1 and 65535.',
    hostRefused: 'This server cannot be used. Check its name, or leave it empty.',
    notAllowed: 'A proxy of your own cannot be used here. Leave it empty.',
    failed: 'This proxy did not work. Check its settings, or leave them empty.',
  },
}
