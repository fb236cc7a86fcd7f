import { join } from 'node:path'
import { type Installation, installFromRegistry, installFromWorkspace } from './install.ts'
import { buildAndPack, pack, type Tarballs } from './pack.ts'
import type { Workshop } from './workshop.ts'

/** The versions of Vite's template `react-ts`. */
const vite = {
  '@types/node': '24.10.1',
  '@vitejs/plugin-react': '6.3.0',
  typescript: '7.0.2',
  vite: '8.3.8',
}

/** One installation per set of versions, which several apps share. */
const installations = {
  'react-19': {
    kit: ['react'],
    dependencies: {
      ...vite,
      '@radix-ui/react-dialog': '1.3.1',
      '@tailwindcss/vite': '4.3.5',
      '@types/react': '19.3.0',
      '@types/react-dom': '19.3.0',
      react: '19.3.1',
      'react-dom': '19.3.1',
      tailwindcss: '4.3.5',
    },
  },
  'react-18': {
    kit: ['react'],
    dependencies: {
      ...vite,
      '@types/react': '18.3.27',
      '@types/react-dom': '18.3.7',
      react: '18.3.1',
      'react-dom': '18.3.1',
    },
  },
  webpack: {
    kit: ['react'],
    dependencies: {
      '@types/react': '19.3.0',
      '@types/react-dom': '19.3.0',
      'css-loader': '7.1.5',
      'css-minimizer-webpack-plugin': '8.0.0',
      'html-webpack-plugin': '5.6.8',
      'mini-css-extract-plugin': '2.10.2',
      react: '19.3.1',
      'react-dom': '19.3.1',
      'style-loader': '4.0.0',
      'ts-loader': '9.6.2',
      typescript: '5.9.3',
      webpack: '5.113.0',
      'webpack-cli': '6.0.1',
    },
  },
  next: {
    kit: ['react', 'server', 'hosted'],
    dependencies: {
      '@electric-sql/pglite': '0.5.16',
      '@opentelemetry/api': '1.9.1',
      '@types/node': '24.10.1',
      '@types/react': '19.3.0',
      '@types/react-dom': '19.3.0',
      next: '16.4.5',
      react: '19.3.1',
      'react-dom': '19.3.1',
      typescript: '5.9.3',
    },
  },
  backend: {
    kit: ['server', 'sandbox', 'hosted'],
    dependencies: {
      '@electric-sql/pglite': '0.5.16',
      '@opentelemetry/api': '1.9.1',
      '@types/express': '5.0.6',
      '@types/node': '24.10.1',
      esbuild: '0.28.2',
      express: '5.2.1',
      fastify: '5.12.7',
      hono: '4.13.19',
      typescript: '7.0.2',
    },
  },
} satisfies Record<string, Installation>

export type InstallationName = keyof typeof installations

/** The folder of an installation in the workshop, after `npm install`. */
export function install(workshop: Workshop, name: InstallationName): Promise<string> {
  return workshop.once(`install ${name}`, async () => {
    const tarballs = await tarballsOf(workshop)
    const folder = join(workshop.folder, name)
    await timed(`npm install ${name}`, installFromRegistry(folder, tarballs, installations[name]))
    return folder
  })
}

/** The two folders of the short variant, with this workspace's packages. */
export function installOffline(workshop: Workshop, name: 'react-19' | 'backend'): Promise<string> {
  return workshop.once(`install ${name}`, async () => {
    const tarballs = await tarballsOf(workshop)
    const folder = join(workshop.folder, name)
    await installFromWorkspace(
      folder,
      tarballs,
      name === 'backend'
        ? { kit: ['core', 'server', 'sandbox'], dependencies: ['express'] }
        : {
            kit: ['core', 'react'],
            dependencies: [
              '@tailwindcss/vite',
              '@types/node',
              '@vitejs/plugin-react',
              'react',
              'react-dom',
              'tailwindcss',
              'vite',
            ],
          },
    )
    return folder
  })
}

/** The packed packages. */
export function tarballsOf(workshop: Workshop): Promise<Tarballs> {
  return workshop.once('tarballs', () =>
    workshop.isBuilt
      ? timed('pack', pack(join(workshop.folder, 'tarballs')))
      : timed('build and pack', buildAndPack()),
  )
}

async function timed<T>(what: string, work: Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work
  console.log(`        ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return result
}
