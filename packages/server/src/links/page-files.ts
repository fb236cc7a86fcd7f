import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { invalidSetting } from '../settings/invalid-setting.ts'

/** A file of the hosted page. */
interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
}

/** The built hosted page, in memory: a request names a file that is there, or nothing; never a path. */
export interface PageFiles {
  readonly html: string
  readonly assets: ReadonlyMap<string, PageFile>
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** @throws ConnectError `invalid_setting` for a folder that has no built page. */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  try {
    const assets = join(folder, 'assets')
    const files = (await readdir(assets)).map(async (name) => {
      const body = new Uint8Array(await readFile(join(assets, name)))
      return [name, { body, type: types[extname(name)] ?? 'application/octet-stream' }] as const
    })
    return {
      html: await readFile(join(folder, 'index.html'), 'utf8'),
      assets: new Map(await Promise.all(files)),
    }
  } catch (cause) {
    throw invalidSetting(
      'links.page: no built page there. Set it to hostedPageFolder() of @connect-account/hosted.',
      cause,
    )
  }
}
