import type { EngineChoice, EngineState, Invitation, MyNotice, Person, ScenarioBriefing, SessionInfo, SessionUser, SupervisionEntry } from '../api/types'
import { calls, detailOf } from './callData.ts'
import { debriefOf, progress } from './debriefData.ts'
import { modelList, standing } from './modelData.ts'
import { scenarios } from './scenarioData.ts'

export interface Answer {
  status: number
  json?: unknown
  /** Instead of JSON. */
  wav?: boolean
}

const sam: SessionUser = { id: '0197a000-0000-7000-9000-000000000001', displayName: 'Sam Rivera', email: 'trainee@demo.local', tenantName: 'Riverside Family Practice', roles: ['trainee', 'coach', 'administrator'] }

const engine = (name: string, available: boolean, reason: string, meaning: string, failure: string | null = null): EngineState => ({ name, available, reason, failure, meaning })

export const engines: EngineChoice[] = [
  { role: 'recogniser', wanted: 'auto', running: 'pocketsphinx', why: 'The best that is here. libpocketsphinx 5 was found.', meaning: 'You speak, and what you say is written down on this machine.', limited: false, canSwitch: true, engines: [engine('whisper', false, 'No model for it is installed. Fetch one on the page Models.', 'You speak, and what you say is written down on this machine.'), engine('pocketsphinx', true, 'libpocketsphinx 5 was found.', 'You speak, and what you say is written down on this machine.')] },
  { role: 'patientWords', wanted: 'auto', running: 'authored', why: 'llama failed lately (it ran out of memory). Needs nothing.', meaning: 'The patient’s words are the ones that the scenario’s author wrote.', limited: false, canSwitch: true, engines: [engine('llama', true, 'llama-3.2-1b is installed.', 'The patient’s words are made up by a language model within what the scenario allows.', 'it ran out of memory'), engine('authored', true, 'Needs nothing.', 'The patient’s words are the ones that the scenario’s author wrote.')] },
  { role: 'voice', wanted: 'auto', running: null, why: 'flite: libflite was not found. Install it: apt-get install libflite1.', meaning: 'The patient speaks with your browser’s own voice.', limited: true, canSwitch: true, engines: [engine('flite', false, 'libflite was not found. Install it: apt-get install libflite1.', 'The patient answers with a voice made on this machine.')] },
  { role: 'store', wanted: 'auto', running: 'sqlite', why: 'The best that is here. data/training.db can be written.', meaning: 'Calls and accounts are kept in this database.', limited: false, canSwitch: false, engines: [engine('postgres', false, 'No connection string.', 'Calls and accounts are kept in this database.'), engine('sqlite', true, 'data/training.db can be written.', 'Calls and accounts are kept in this database.')] },
]

export const sessionInfo = (user: SessionUser | null): SessionInfo => ({
  serverName: 'Riverside practice room',
  user,
  demoAccounts: [
    { email: 'trainee@demo.local', displayName: 'Sam Rivera', role: 'trainee' },
    { email: 'supervisor@demo.local', displayName: 'Dana Whitfield', role: 'supervisor' },
    { email: 'coach@demo.local', displayName: 'Noor Haddad', role: 'coach' },
    { email: 'admin@demo.local', displayName: 'Kit Larsen', role: 'administrator' },
  ],
  setupNeeded: false,
})

const problem = (status: number, code: string, detail: string, more: object = {}): Answer => ({ status, json: { status, code, detail, ...more } })

const people: Person[] = [
  { id: 'p1', displayName: 'Kit Larsen', email: 'kit@riverside.example', roles: ['administrator'], invited: false },
  { id: 'p2', displayName: 'Noor Haddad', email: 'noor@riverside.example', roles: ['coach', 'supervisor'], invited: false },
  { id: 'p3', displayName: 'Sam Rivera', email: 'sam@riverside.example', roles: ['trainee'], invited: true },
]

/** Nothing was shared with who is signed in. */
export const nothingNew: MyNotice = { shared: 0, new: 0, replies: 0, actions: 0, overdue: 0, toJudge: 0, opened: 0 }

export const supervisions: SupervisionEntry[] = [
  { id: 's2', at: '2026-11-21T10:12:00Z', callId: 'c1', supervisor: 'Dana Whitfield', trainee: 'Sam Rivera', scenarioTitle: 'Billed twice', act: 'listened', atMs: 64_000, durationMs: 130_000, endedBecause: 'callEnded' },
  { id: 's1', at: '2026-11-21T10:11:00Z', callId: 'c1', supervisor: 'Dana Whitfield', trainee: 'Sam Rivera', scenarioTitle: 'Billed twice', act: 'tookNote', atMs: 4_000, durationMs: 0, endedBecause: null },
]

const invitation = (person: Person): Invitation => ({ person, token: 'good+token/=', validUntil: new Date(Date.now() + 86_400_000).toISOString() })

/** A stand-in for the server with a memory of its own; for development without a server and for tests. */
export function makeMockApi(signedIn = true) {
  let user: SessionUser | null = signedIn ? sam : null
  return (method: string, url: URL, body: unknown): Answer => {
    const [, , area, id, part] = url.pathname.split('/')
    const sent = (body ?? {}) as Record<string, string>
    if (area === 'session') {
      if (method === 'GET') return { status: 200, json: sessionInfo(user) }
      if (method === 'DELETE') {
        user = null
        return { status: 204 }
      }
      if (id === 'setup' && sent.code !== '123456') return problem(401, 'wrongCode', 'This is not the setup code. It stands in the server’s log, printed at its last start.')
      if (id === 'invitation' && sent.token !== 'good+token/=') return problem(401, 'invitationOver', 'This invitation has been used or has run out. Ask your administrator for a new one.')
      if (!id && sent.password === 'locked') return problem(401, 'lockedOut', 'Too many wrong passwords.', { retryAfterSeconds: 280 })
      if (!id && sent.password !== 'right') return problem(401, 'wrongPassword', 'E-mail address or password is wrong.')
      user = sam
      return { status: 200, json: user }
    }
    if (!user) return problem(401, 'signedOut', 'You are not signed in.')
    if (area === 'people') return method === 'GET' ? { status: 200, json: people } : { status: 201, json: invitation(people.find((one) => one.id === id) ?? { id: 'new', displayName: sent.displayName ?? '', email: sent.email ?? '', roles: ['trainee'], invited: true }) }
    if (area === 'scenarios') {
      if (!id) return { status: 200, json: scenarios }
      if (id === 'problems') return { status: 200, json: [{ file: 'scenarios/new-idea.yaml', line: 14, column: 3, reason: 'The goal "reschedule" asks for a fact "slot" that is not there.' }] }
      const card = scenarios.find((one) => one.id === id)
      return card ? { status: 200, json: briefingOf(card) } : problem(404, 'scenarioNotFound', 'There is no such scenario.')
    }
    if (area === 'my-reviews') return id === 'notice' ? { status: 200, json: nothingNew } : problem(404, 'notShared', 'This call is not shared with you.')
    if (area === 'progress') return { status: 200, json: progress }
    if (area === 'engines' && !id) return { status: 200, json: engines }
    if (area === 'engines' && method === 'PUT') return { status: 200, json: { ...engines.find((one) => one.role === id), wanted: sent.engine } }
    if (area === 'engines') return { status: 200, json: { engine: part, firstMs: 40, totalMs: 1240, audioMs: null, text: 'Hello, I would like to book an appointment.', wavBase64: null } }
    if (area === 'supervision' && id === 'policy') return { status: 200, json: method === 'PUT' ? body : { showListening: true } }
    if (area === 'supervision') return { status: 200, json: { entries: supervisions, next: null } }
    if (area === 'models' && !id) return { status: 200, json: modelList() }
    if (area === 'models') return { status: method === 'POST' ? 202 : 200, json: standing('missing') }
    if (area === 'calls' && !id) return listCalls(url.searchParams)
    if (area === 'calls' && id) {
      if (part === 'recording') return detailOf(id)?.summary.hasRecording ? { status: 200, wav: true } : problem(404, 'noRecording', 'There is no recording.')
      if (part === 'phrasings') return { status: 204 }
      const found = part === undefined ? detailOf(id) : debriefOf(id)
      if (found) return { status: 200, json: found }
      return detailOf(id) ? problem(409, 'notEnded', 'The call has no debrief yet.') : problem(404, 'callNotFound', 'There is no such call.')
    }
    return problem(404, 'notFound', 'Nothing is here.')
  }
}

function briefingOf(card: ScenarioBriefing['card']): ScenarioBriefing {
  return {
    card,
    situation: 'You are at the front desk. It is a quarter past nine and the waiting room is half full.',
    role: 'staff',
    targetSeconds: card.expectedMinutes * 60,
    doneWhen: ['She knows that she need not pay for now', 'She knows when you ring back'],
    phases: [{ id: 'greeting', title: 'Greet', part: 'greeting', keyPhrases: [{ id: 'thanks', phrase: 'Thank you for calling' }] }],
  }
}

function listCalls(query: URLSearchParams): Answer {
  const wanted = calls.filter((call) =>
    (['scenarioId', 'type', 'difficulty', 'status'] as const).every((name) => !query.get(name) || call[name] === query.get(name)),
  )
  const start = Number(query.get('before') ?? 0)
  const take = Number(query.get('take') ?? 20)
  return { status: 200, json: { calls: wanted.slice(start, start + take), next: start + take < wanted.length ? String(start + take) : null } }
}
