import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { manifestFor } from './manifest.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const defaultFolder = fileURLToPath(new URL('../../dist', import.meta.url))

/**
 * Builds the extension for one backend.
 * @param backend - The origin of the host's app, e.g. `https://app.example.com`.
 * @param folder - Where to write it; emptied before. Load it by "Load unpacked".
 */
export async function buildExtension(backend: string, folder: string): Promise<void> {
  const origin = new URL(backend).origin
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const input of ['background.ts', 'popup/popup.ts']) {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      define: { 'import.meta.env.BACKEND': JSON.stringify(origin) },
      resolve: { conditions: ['@connect-account/source', 'module', 'import', 'default'] },
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: 'chrome120',
        minify: false,
        modulePreload: false,
        rolldownOptions: {
          input: `${root}${input}`,
          // A service worker cannot load modules later.
          output: { codeSplitting: false, entryFileNames: '[name].js', format: 'es' },
        },
      },
    })
  }
  await writeFile(`${folder}/manifest.json`, `${JSON.stringify(manifestFor(origin), undefined, 2)}\n`)
  await Promise.all(
    ['popup.html', 'popup.css', 'icon.png'].map((file) =>
      copyFile(`${root}popup/${file}`, `${folder}/${file}`),
    ),
  )
}

if (import.meta.main) {
  await buildExtension(process.env.BACKEND ?? 'http://localhost:4310', defaultFolder)
}
