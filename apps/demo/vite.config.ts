import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@connect-account/source', 'module', 'browser', 'development|production'] },
  // The packages' licences are MIT; their notices are in the repository.
  build: { target: 'es2022', modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://localhost:4310', '/connect': 'http://localhost:4310' } },
})
