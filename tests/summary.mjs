// Adds up what the test runners wrote into one folder, and says it: skipped tests with their reasons, failed tests by
// name, and as the last line "N passed, N failed[, N skipped]". Leaves with 1 when anything failed or nothing ran.
//
//   *.trx         one for each .NET test project
//   vitest.json   the web client's tests
//   runners       names of runners that left with an error, one a line: a failure even where no test is named
//   broken        sentences about what could not be built or checked, one a line: a failure each
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const passed = []
const failed = []
const skipped = []

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const unescape = (text) =>
  text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) => String.fromCodePoint(parseInt(code, hex ? 16 : 10)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name])
const lines = (name) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean) : []
const firstLine = (text) => (text ?? '').trim().split('\n')[0].slice(0, 300)

function readTrx(name) {
  const text = readFileSync(join(folder, name), 'utf8')
  const project = name.replace(/\.trx$/, '')
  const counts = { passed: 0, failed: 0 }
  for (const [, attributes, body = ''] of text.matchAll(/<UnitTestResult ([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    const test = unescape(attributes.match(/testName="([^"]*)"/)[1])
    const outcome = attributes.match(/outcome="([^"]*)"/)?.[1] ?? 'Error'
    const message = unescape(body.match(/<Message>([\s\S]*?)<\/Message>/)?.[1] ?? body.match(/<StdOut>([\s\S]*?)<\/StdOut>/)?.[1] ?? '')
    const entry = { test: `${project}: ${test}`, why: firstLine(message) }
    if (outcome === 'Passed') {
      passed.push(entry)
      counts.passed++
    } else if (outcome === 'NotExecuted') {
      skipped.push(entry)
    } else {
      failed.push(entry)
      counts.failed++
    }
  }
  return counts
}

function readVitest(name) {
  const counts = { passed: 0, failed: 0 }
  for (const file of JSON.parse(readFileSync(join(folder, name), 'utf8')).testResults) {
    for (const { fullName, status, failureMessages } of file.assertionResults) {
      const entry = { test: `web: ${fullName}`, why: firstLine(failureMessages?.[0]) }
      if (status === 'passed') {
        passed.push(entry)
        counts.passed++
      } else if (status === 'failed') {
        failed.push(entry)
        counts.failed++
      } else if (status === 'pending' || status === 'todo' || status === 'disabled') skipped.push(entry)
    }
    // A file that could not even be loaded names no test.
    if (file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed')) {
      failed.push({ test: `web: ${file.name}`, why: firstLine(file.message) })
      counts.failed++
    }
  }
  return counts
}

// "Server.Tests-postgres" is Server.Tests in another build: what one of them skips, the other may have run.
const withoutBuild = (test) => test.replace(/^([\w.]+)-\w+: /, '$1: ')

const byRunner = new Map()
for (const name of readdirSync(folder).filter((name) => name.endsWith('.trx'))) byRunner.set(name.replace(/\.trx$/, ''), readTrx(name))
if (existsSync(join(folder, 'vitest.json'))) byRunner.set('vitest', readVitest('vitest.json'))
for (const runner of lines('runners')) {
  if (!byRunner.get(runner)?.failed) failed.push({ test: `${runner} stopped before it was done`, why: `see .dev/log for what it said` })
}
for (const sentence of lines('broken')) failed.push({ test: sentence, why: '' })

const ran = new Set([...passed, ...failed].map(({ test }) => withoutBuild(test)))
const left = skipped.filter(({ test }) => !ran.has(withoutBuild(test)))

const list = (title, entries) => {
  if (entries.length === 0) return
  console.log(`\n${title}`)
  for (const { test, why } of entries) console.log(`  ${test}${why ? `\n      ${why}` : ''}`)
}
list('Skipped', left)
list('Failed', failed)
if (passed.length + failed.length === 0) console.log('\nNo test ran: no name contains what was asked for.')
console.log(`\n${passed.length} passed, ${failed.length} failed${left.length ? `, ${left.length} skipped` : ''}`)
process.exit(failed.length > 0 || passed.length === 0 ? 1 : 0)
