// Looks at every page against the mock server: screenshots at three widths in both colour schemes, and axe on each.
// node scripts/snap.mjs [part of a name ...]    SNAP_DIR: where the pictures go; CHROMIUM: the browser.
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'
import { pages } from './snap-pages.mjs'

const folder = process.env.SNAP_DIR ?? join(tmpdir(), 'practice-room')
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const wanted = process.argv.slice(2)
const widths = (process.env.SNAP_WIDTHS ?? '360,768,1600').split(',').map(Number)
const schemes = (process.env.SNAP_SCHEMES ?? 'light,dark').split(',')

await mkdir(folder, { recursive: true })
const server = await createServer({ mode: 'mock', server: { port: 0 }, logLevel: 'error' })
await server.listen()
const origin = `http://localhost:${server.httpServer.address().port}`
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
let bad = 0

for (const { name, path, routes = {}, act, only, window = false } of pages) {
  if (wanted.length && !wanted.some((part) => name.includes(part))) continue
  for (const colorScheme of schemes) {
    for (const width of only ?? widths) {
      const context = await browser.newContext({ viewport: { width, height: width < 500 ? 780 : 960 }, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.on('pageerror', (error) => fail(name, `script error: ${error.message}`))
      for (const [glob, answer] of Object.entries(routes)) {
        if (typeof answer === 'function') await page.route(glob, async (route) => route.fulfill({ json: answer(await (await route.fetch()).json()) }))
        else await page.route(glob, (route) => (answer === 'gone' ? route.abort() : route.fulfill({ status: answer.status ?? 200, json: answer.json ?? {} })))
      }
      await page.goto(origin + path)
      await page.locator('h1').first().waitFor({ timeout: 60_000 })
      await page.waitForLoadState('networkidle')
      await act?.(page)
      await page.waitForTimeout(400)
      await page.evaluate(() => document.fonts.ready)
      const shot = join(folder, `${name}-${width}-${colorScheme}.png`)
      await page.screenshot({ path: shot, fullPage: !window })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (overflow > 0) fail(name, `${width} px: the page is ${overflow} px too wide`)
      await page.addScriptTag({ path: axe })
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
      for (const violation of violations) {
        const nodes = violation.nodes.slice(0, 4).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)
        const text = `${violation.impact} ${violation.id}: ${nodes.join('\n      ')}`
        if (['serious', 'critical'].includes(violation.impact)) fail(`${name} ${width} ${colorScheme}`, text)
        else console.log(`  (${name} ${width} ${colorScheme}: ${text})`)
      }
      await context.close()
    }
  }
  console.log(`looked at ${name}`)
}
await browser.close()
await server.close()
console.log(`${folder}: ${bad === 0 ? 'nothing to complain about' : `${bad} complaints`}`)
process.exitCode = bad === 0 ? 0 : 1

function fail(where, what) {
  bad++
  console.log(`  ${where}: ${what}`)
}
