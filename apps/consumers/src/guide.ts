import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sandboxPhone } from '@connect-account/sandbox/testing'
import { type CodeBlock, codeBlocks } from '../../../.ci/docs/code-blocks.ts'
import { writtenPages } from '../../../.ci/docs/pages.ts'
import type { Sandbox } from './backend.ts'
import { tarballsOf } from './installations.ts'
import type { Tarballs } from './pack.ts'
import { freePort } from './ports.ts'
import { RunningProcess, runCommand } from './processes.ts'
import type { Workshop } from './workshop.ts'

const COMMAND_LIMIT = 240_000
/** What the started programs print once they respond. */
const STARTED = /Phone:|Backend:|Local:|Ready in/

/** The ports that the pages name. Each is replaced by a free one, because others may use them here. */
const ports = ['3000', '4010', '5173'] as const

export interface FollowedGuide extends AsyncDisposable {
  readonly folder: string
  /** The address that the page tells the reader to open. */
  readonly url: string
  readonly sandbox: Sandbox
  /** Does what another text says, in the same folder, while everything is running. */
  follow(text: string): Promise<void>
  /** Milliseconds from the first command until everything was running. */
  readonly duration: number
}

/**
 * Does what a page of `docs/site` says, in an empty folder and in the page's order: runs its commands with the
 * packed packages, creates its files, and starts its programs. It skips commands that are marked as `example`.
 */
export async function followGuide(workshop: Workshop, path: string): Promise<FollowedGuide> {
  const page = writtenPages().find((one) => one.path === path)
  if (!page) throw new Error(`docs/site/${path} does not exist`)
  return followText(workshop, path, page.body)
}

/** The same for any text, such as a skill's. */
export async function followText(workshop: Workshop, name: string, text: string): Promise<FollowedGuide> {
  const tarballs = await tarballsOf(workshop)
  const folder = join(workshop.folder, 'guides', name.replace(/\W/g, '-'))
  await mkdir(folder, { recursive: true })
  const replaced = new Map<string, string>()
  for (const port of ports) replaced.set(port, String(await freePort()))
  const here = (other: string) => other.replace(/\b(3000|4010|5173)\b/g, (port) => replaced.get(port) ?? port)
  const children: RunningProcess[] = []
  const stop = async () => {
    for (const child of children.reverse()) await child.stop()
  }

  async function run(script: string, { words }: CodeBlock): Promise<void> {
    if (words.includes('example')) return
    if (!words.includes('start'))
      return void (await runCommand('bash', ['-ec', script], { cwd: folder, limit: COMMAND_LIMIT }))
    const child = new RunningProcess('bash', ['-ec', `exec ${script}`], { cwd: folder })
    children.push(child)
    await child.waitFor(STARTED, COMMAND_LIMIT)
  }

  async function follow(other: string): Promise<void> {
    for (const block of codeBlocks({ body: other })) {
      if (block.file) await createFile(folder, block.file, here(block.code))
      else if (block.language === 'sh') await run(here(withTarballs(block.code, tarballs)), block)
    }
  }

  const start = performance.now()
  try {
    await follow(text)
  } catch (error) {
    await stop()
    throw error
  }
  const duration = performance.now() - start
  const [, url] = /^Open <(http[^>]+)>/m.exec(here(text)) ?? []
  if (!url) throw new Error(`${name} names no address to open`)
  const phone = sandboxPhone(`http://localhost:${replaced.get('4010')}`)
  return {
    folder,
    url,
    duration,
    follow,
    sandbox: {
      url: `http://localhost:${replaced.get('4010')}`,
      code: phone.code,
      scan: async (as) => phone.scan(await phone.qrCode(), as),
    },
    [Symbol.asyncDispose]: stop,
  }
}

async function createFile(folder: string, name: string, text: string): Promise<void> {
  const file = join(folder, name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** The command with the packed packages. No registry has these versions, nor that of core, which they need. */
function withTarballs(script: string, tarballs: Tarballs): string {
  return script.replace(/^npm install .*@connect-account\/.*$/gm, (command) => {
    const names = Object.entries(tarballs)
    const replaced = names.reduce(
      (text, [name, file]) => text.replaceAll(`@connect-account/${name} `, `file:${file} `),
      `${command} `,
    )
    return `${replaced}file:${tarballs.core} --no-audit --no-fund --prefer-offline --loglevel=error`
  })
}
