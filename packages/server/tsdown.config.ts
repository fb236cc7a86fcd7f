import { defineConfig } from 'tsdown'

const adapters = ['node', 'express', 'fastify', 'next', 'hono']

export default defineConfig({
  entry: ['src/index.ts', 'src/cli/main.ts', ...adapters.map((name) => `src/adapters/${name}.ts`)],
  format: 'esm',
  dts: { sourcemap: false },
  sourcemap: true,
  unbundle: true,
  // Nothing is imported for its effect. Without this a declaration would import drivers whose types it does
  // not mention.
  treeshake: { moduleSideEffects: false },
  // The package is a module, so plain extensions say it all.
  fixedExtension: false,
})
