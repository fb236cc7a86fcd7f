import type { NextConfig } from 'next'

const config: NextConfig = {
  // The embedded database loads its own files. A host on PostgreSQL does not need this line.
  serverExternalPackages: ['@electric-sql/pglite'],
  // Checked with the rest of the package.
  typescript: { ignoreBuildErrors: true },
}

export default config
