import { cp, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Case } from '../case.ts'
import { type InstallationName, install } from '../installations.ts'
import { CommandError, runCommand } from '../processes.ts'

const fixture = fileURLToPath(new URL('../../fixtures/types', import.meta.url))

const resolutions = {
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
} as const

interface Side {
  readonly installation: InstallationName
  readonly file: string
  readonly options: object
}

const sides = {
  front: {
    installation: 'react-19',
    file: 'front.tsx',
    options: { lib: ['es2023', 'dom'], jsx: 'react-jsx', types: [] },
  },
  back: { installation: 'backend', file: 'back.ts', options: { lib: ['es2023', 'dom'], types: ['node'] } },
  embedded: {
    installation: 'backend',
    file: 'embedded.ts',
    options: { lib: ['es2023', 'dom'], types: ['node'] },
  },
} satisfies Record<string, Side>

interface Strictness {
  readonly name: string
  readonly options: object
  /** Whether third-party declarations may have errors. */
  readonly allowsThirdPartyErrors?: boolean
}

const declarations: Strictness = {
  name: 'declarations',
  options: { skipLibCheck: true, exactOptionalPropertyTypes: true },
}

const strictnesses: readonly Strictness[] = [
  declarations,
  { name: 'skipLibCheck false', options: { skipLibCheck: false } },
  {
    name: 'skipLibCheck false, exactOptionalPropertyTypes',
    options: { skipLibCheck: false, exactOptionalPropertyTypes: true },
    allowsThirdPartyErrors: true,
  },
]

const typesOf = (
  side: keyof typeof sides,
  resolution: keyof typeof resolutions,
  { name, options, allowsThirdPartyErrors = false }: Strictness,
): Case => ({
  name: `types ${side} end, ${resolution}, ${name}`,
  prepare: (workshop) => install(workshop, sides[side].installation),
  async run(workshop) {
    const installed = await install(workshop, sides[side].installation)
    const folder = await mkdtemp(join(installed, 'types-'))
    const { file } = sides[side]
    await cp(join(fixture, file), join(folder, file))
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
    const compilerOptions = {
      target: 'es2023',
      strict: true,
      noUncheckedSideEffectImports: true,
      declaration: true,
      outDir: 'dist',
      rootDir: '.',
      ...resolutions[resolution],
      ...sides[side].options,
      ...options,
    }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }))
    const tsc = join(installed, 'node_modules/typescript/bin/tsc')
    const checked = runCommand(process.execPath, [tsc, '--pretty', 'false'], { cwd: folder })
    const errors = await checked.then(
      () => [],
      (error: unknown) => {
        if (!(error instanceof CommandError)) throw error
        return error.output.split('\n').filter((line) => line.includes('error TS'))
      },
    )
    const isThirdParty = (line: string) =>
      line.includes('node_modules/') && !line.includes('node_modules/@connect-account/')
    const counted = allowsThirdPartyErrors ? errors.filter((line) => !isThirdParty(line)) : errors
    if (counted.length > 0) throw new Error(`${counted.length} errors:\n${counted.join('\n')}`)
  },
})

export const typeCases: readonly Case[] = (['bundler', 'nodenext'] as const).flatMap((resolution) => [
  ...(['front', 'back'] as const).flatMap((side) =>
    strictnesses.map((strictness) => typesOf(side, resolution, strictness)),
  ),
  // PGlite's own declarations have errors.
  typesOf('embedded', resolution, declarations),
])
