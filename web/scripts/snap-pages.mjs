// The pages and their states, as interface.md of the product wants them. "routes" are answers in place of the mock's, or what to make of the mock's.
const nobody = { serverName: 'Riverside practice room', user: null, demoAccounts: [], setupNeeded: false }
const demo = [
  { email: 'trainee@demo.local', displayName: 'Sam Rivera', role: 'trainee' },
  { email: 'supervisor@demo.local', displayName: 'Dana Whitfield', role: 'supervisor' },
  { email: 'coach@demo.local', displayName: 'Noor Haddad', role: 'coach' },
  { email: 'admin@demo.local', displayName: 'Kit Larsen', role: 'administrator' },
]
const call = (n) => `/calls/0197a000-0000-7000-8000-00000000000${n}`
const signIn = (password) => async (page) => {
  await page.getByLabel('E-mail address').fill('sam@riverside.example')
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor()
}
const standing = (standings) => (list) => ({ ...list, models: list.models.map((model) => ({ ...model, standing: { ...model.standing, ...standings[model.name] } })) })
const noProgress = { categories: [], overall: [], next: null, unfinished: [] }

export const pages = [
  { name: 'sign-in', path: '/sign-in', routes: { '**/api/session': { json: { ...nobody, demoAccounts: demo } } } },
  { name: 'sign-in-wrong', path: '/sign-in', only: [360, 1600], routes: { '**/api/session': { json: nobody } }, act: async (page) => { await page.unroute('**/api/session'); await signIn('wrong')(page) } },
  { name: 'sign-in-locked', path: '/sign-in', only: [1600], routes: { '**/api/session': { json: nobody } }, act: async (page) => { await page.unroute('**/api/session'); await signIn('locked')(page) } },
  { name: 'sign-in-gone', path: '/sign-in', only: [1600], routes: { '**/api/session': 'gone' }, act: (page) => page.getByRole('alert').waitFor({ timeout: 20_000 }) },
  { name: 'setup', path: '/setup', only: [360, 1600], routes: { '**/api/session': { json: { ...nobody, setupNeeded: true } } } },
  { name: 'lobby', path: '/' },
  { name: 'lobby-new', path: '/', only: [360, 1600], routes: { '**/api/progress': { json: noProgress } } },
  { name: 'lobby-nothing', path: '/?q=dentist', only: [360, 1600] },
  { name: 'lobby-broken', path: '/', only: [1600], routes: { '**/api/scenarios': { status: 500, json: { code: 'serverError', detail: 'Something went wrong on the server. Try again; if it happens again, give the trace id to whoever runs it.' } } } },
  { name: 'debrief', path: call(1) },
  { name: 'debrief-open', path: call(1), only: [360, 1600], act: (page) => page.evaluate(() => document.querySelectorAll('main [aria-expanded="false"]').forEach((closed) => closed.click())) },
  { name: 'debrief-moment', path: call(1), window: true, act: async (page) => {
    await page.getByRole('button', { name: /Play the moment/ }).click()
    await page.waitForFunction(() => document.querySelector('audio').currentTime > 53.2)
    const [line, player] = await Promise.all([page.locator('button[aria-current="true"]').boundingBox(), page.getByRole('region', { name: 'Recording' }).boundingBox()])
    if (line.y < 0 || line.y + line.height > player.y) throw new Error('The line being heard is out of sight.')
  } },
  { name: 'debrief-phrasing', path: call(1), only: [360, 1600], window: true, act: (page) => page.getByRole('button', { name: 'Add a phrasing' }).click() },
  { name: 'debrief-short', path: call(2), only: [360, 1600] },
  { name: 'debrief-interrupted', path: call(3), only: [360, 1600] },
  { name: 'debrief-analysing', path: call(1), only: [1600], routes: { '**/debrief': { status: 409, json: { code: 'analysing', title: 'The debrief is being written.' } } } },
  { name: 'debrief-no-recording', path: call(1), only: [360, 1600], routes: { '**/recording': { status: 404 } } },
  { name: 'history', path: '/history' },
  { name: 'history-empty', path: '/history', only: [360, 1600], routes: { '**/api/calls?*': { json: { calls: [], next: null } }, '**/api/progress': { json: noProgress } } },
  { name: 'history-nothing', path: '/history?type=followUp&difficulty=expert', only: [1600] },
  { name: 'engines', path: '/engines' },
  { name: 'engines-tried', path: '/engines', only: [360, 1600], act: async (page) => {
    await page.getByRole('button', { name: 'Try it: llama, for Finding the patient’s words' }).click()
    await page.getByText('It answers').waitFor()
    await page.getByRole('button', { name: 'Choose: None, for Hearing you' }).click()
    await page.getByText('Saved: None').waitFor()
  } },
  { name: 'engines-trainee', path: '/engines', only: [360, 1600], routes: { '**/api/session': { json: { ...nobody, user: { id: 't', displayName: 'Maya', email: 'maya@demo.local', tenantName: 'Riverside', roles: ['trainee'] } } } } },
  { name: 'models', path: '/models' },
  { name: 'models-at-work', path: '/models', only: [360, 1600], routes: { '**/api/models': standing({
    'whisper-base.en': { stage: 'failed', bytes: 31e6, code: 'noNetwork', says: 'models.example cannot be reached (name or service not known). Look at the network, set HTTPS_PROXY if there is a proxy, or copy the file in by hand.', removable: true },
    'whisper-tiny.en': { stage: 'fetching', bytes: 31e6, bytesPerSecond: 2.4e6, secondsLeft: 20 },
    'llama-3.2-1b': { stage: 'queued' },
    'llama-3.2-3b': { stage: 'damaged', bytes: 12, says: '/srv/practice-room/data/models/llama-3.2-3b.gguf has 12 bytes instead of 2,019,377,696, so it is not used. Fetch it again, or remove it.', removable: true },
  }) } },
  { name: 'models-there', path: '/models', only: [360, 1600], routes: { '**/api/models': standing(Object.fromEntries(['whisper-base.en', 'whisper-tiny.en', 'llama-3.2-1b', 'llama-3.2-3b'].map((name) => [name, { stage: 'installed', removable: true }]))) } },
  { name: 'models-licence', path: '/models', only: [360, 1600], window: true, act: (page) => page.getByRole('button', { name: 'Fetch 808 MB: llama-3.2-1b' }).click() },
  { name: 'people', path: '/people', only: [360, 1600], act: (page) => page.getByRole('button', { name: 'New link for Sam Rivera' }).click() },
  { name: 'invitation', path: '/invitation#person=p3&token=used', only: [360, 1600], routes: { '**/api/session': { json: nobody } } },
  { name: 'invitation-cut', path: '/invitation', only: [1600], routes: { '**/api/session': { json: nobody } } },
  { name: 'lost', path: '/nowhere', only: [360, 1600] },
]
