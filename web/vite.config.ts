import { fileURLToPath, URL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { mockApi } from './src/testing/mockPlugin.ts'

// Where the product's server listens while the client is being worked on.
const server = process.env.SERVER_URL ?? 'http://localhost:5080'

export default defineConfig(({ mode }) => ({
  plugins: [react(), mode === 'mock' && mockApi()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 5173,
    proxy: {
      '/api': server,
      '/health': server,
      '/openapi': server,
      '/hubs': { target: server, ws: true },
    },
  },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 600 },
  test: {
    environment: 'jsdom',
    globals: false,
    setupFiles: ['./src/testing/setup.ts'],
    css: false,
    restoreMocks: true,
    testTimeout: 30_000,
  },
}))
