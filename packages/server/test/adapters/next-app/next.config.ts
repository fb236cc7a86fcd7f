import type { NextConfig } from 'next'

const config: NextConfig = {
  // It finds its migrations beside its own files, so it is not bundled.
  serverExternalPackages: ['@connect-account/server'],
  // Checked with the rest of the package.
  typescript: { ignoreBuildErrors: true },
}

export default config
