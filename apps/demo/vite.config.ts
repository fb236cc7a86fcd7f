import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The demo server behind Vite's development server. */
const { DEMO_SERVER = 'http://localhost:4310' } = process.env

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@connect-account/source', 'module', 'browser', 'development|production'] },
  // The packages' licenses are MIT; their notices are in the repository.
  build: { target: 'es2022', modulePreload: { polyfill: false } },
  server: { proxy: { '/api': DEMO_SERVER, '/connect': DEMO_SERVER } },
})
