import { key } from './identity.ts'

/** Returns the manifest of the extension that talks to this backend and to no other. */
export function manifestFor(backend: string): object {
  return {
    manifest_version: 3,
    name: 'Tidewater for LinkedIn',
    version: '0.1.0',
    description: 'Keeps your LinkedIn account connected to Tidewater.',
    key,
    // The first version with an alarm each half minute.
    minimum_chrome_version: '120',
    icons: { 128: 'icon.png' },
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'background.js', type: 'module' },
    permissions: ['alarms', 'cookies', 'storage'],
    // LinkedIn's cookies belong to this host; the backend is where they go.
    host_permissions: ['https://www.linkedin.com/*', `${backend}/*`],
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${backend}`,
    },
  }
}
