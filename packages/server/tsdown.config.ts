import { defineConfig } from 'tsdown'

const adapters = ['node', 'express', 'fastify', 'next', 'hono']

export default defineConfig({
  entry: ['src/index.ts', 'src/cli/main.ts', ...adapters.map((name) => `src/adapters/${name}.ts`)],
  format: 'esm',
  dts: { sourcemap: false },
  sourcemap: true,
  unbundle: true,
  // The package is a module, so plain extensions say it all.
  fixedExtension: false,
})
