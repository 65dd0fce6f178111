// For working on the call pages without the product's server: one scripted call over SignalR's JSON protocol.
//   node tools/fakeServer.mjs [port]   then   SERVER_URL=http://localhost:<port> npm run dev
import { createServer } from 'node:http'
import { randomUUID } from 'node:crypto'
import { WebSocketServer } from 'ws'

const port = Number(process.argv[2] ?? 5080)
const end = '\u001e'
const calls = new Map()

const phases = [
  { id: 'greeting', title: 'Greeting', part: 'greeting', keyPhrases: [{ id: 'g1', phrase: 'Thank you for calling Lakeside Family Practice.' }, { id: 'g2', phrase: 'How can I help you today?' }] },
  { id: 'verify', title: 'Checking who is calling', part: 'issue', keyPhrases: [{ id: 'v1', phrase: 'May I have your full name and date of birth?' }] },
  { id: 'understand', title: 'Understanding the bill', part: 'issue', keyPhrases: [{ id: 'u1', phrase: 'Let me make sure I understand.' }, { id: 'u2', phrase: 'I can see why that is worrying.' }] },
  { id: 'solve', title: 'Solving it', part: 'issue', keyPhrases: [{ id: 's1', phrase: 'Here is what I can do for you.' }] },
  { id: 'close', title: 'Closing', part: 'closing', keyPhrases: [{ id: 'c1', phrase: 'Is there anything else I can help you with?' }] },
]
const card = {
  id: 'unexpected-bill', title: 'A bill she did not expect', type: 'billingInquiry', difficulty: 'intermediate',
  summary: 'Mrs. Alvarez got a bill for 240 dollars after a visit that she thought was covered.', patientName: 'Rosa Alvarez', patientAge: 58,
  patientManner: 'polite but worried; repeats herself when she is not heard', expectedMinutes: 5, attempts: 2, bestScore: 71, bestLetter: 'C',
}
const briefing = {
  card, role: 'biller', targetSeconds: 300, phases,
  situation: 'You work at the billing desk of Lakeside Family Practice. Your screen shows a visit on 3 March, a charge of 240 dollars, and a claim that the insurer sent back because the member id was mistyped.',
  doneWhen: ['She knows why she got the bill.', 'The claim is sent again with the right member id.', 'She knows that she need not pay now.'],
}
const api = {
  '/api/session': { serverName: 'Fake server', user: { id: randomUUID(), displayName: 'Sam Trainee', email: 'sam@example.org', tenantName: 'Lakeside', roles: ['trainee'] }, demoAccounts: [], setupNeeded: false },
  '/api/scenarios': [card],
  '/api/scenarios/unexpected-bill': briefing,
  '/api/scenarios/problems': [],
  '/api/engines': [],
  '/api/calls': { calls: [], next: null },
  '/api/progress': { categories: [], next: null },
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  const json = (status, value) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(value))
  }
  if (pathname === '/hubs/call/negotiate')
    return json(200, { negotiateVersion: 1, connectionId: randomUUID(), connectionToken: randomUUID(), availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text', 'Binary'] }] })
  if (pathname === '/fake/drop') {
    sockets.forEach((socket) => socket.terminate())
    return json(200, {})
  }
  if (pathname === '/fake/refuse') {
    refusing = !refusing
    sockets.forEach((socket) => socket.terminate())
    return json(200, { refusing })
  }
  return pathname in api ? json(200, api[pathname]) : json(404, { code: 'notFound', title: 'Not found' })
})

let refusing = false
const sockets = new Set()
const wss = new WebSocketServer({ noServer: true })
server.on('upgrade', (request, socket, head) => (refusing ? socket.destroy() : wss.handleUpgrade(request, socket, head, serve)))

function serve(ws) {
  sockets.add(ws)
  const peer = { send: (message) => ws.readyState === 1 && ws.send(JSON.stringify(message) + end), streams: new Map(), audio: null }
  let shaken = false
  const ping = setInterval(() => peer.send({ type: 6 }), 3000)
  ws.on('close', () => {
    clearInterval(ping)
    sockets.delete(ws)
    for (const call of calls.values()) if (call.peer === peer) call.peer = null
  })
  ws.on('message', (data) => {
    for (const text of data.toString().split(end).filter(Boolean)) {
      const message = JSON.parse(text)
      if (!shaken) {
        shaken = true
        ws.send('{}' + end)
      } else if (message.type === 1 || message.type === 4) invoke(peer, message)
      else if (message.type === 2) peer.streams.get(message.invocationId)?.(message.item)
    }
  })
}

function invoke(peer, { invocationId, target, arguments: args, streamIds }) {
  const done = (result) => invocationId && peer.send({ type: 3, invocationId, result: result ?? null })
  const fail = (code, text) => peer.send({ type: 3, invocationId, error: `An unexpected error occurred invoking '${target}' on the server. HubException: [${code}] ${text}` })
  if (target === 'Start') {
    if (args[0].scenarioId !== card.id) return fail('scenarioNotFound', 'The scenario is gone.')
    const call = makeCall(args[0])
    calls.set(call.id, call)
    call.peer = peer
    done(stateOf(call, 0))
    return play(call)
  }
  const call = calls.get(args[0])
  if (!call) return fail('callNotFound', 'There is no such call.')
  switch (target) {
    case 'Resume':
      call.peer = peer
      return done(stateOf(call, args[1]))
    case 'End':
      finish(call, 'traineeHungUp', 'You hung up.')
      return done()
    case 'Hold':
      happen(call, { type: 'holdChanged', onHold: args[1] })
      return done()
    case 'Mute':
      happen(call, { type: 'muteChanged', muted: args[1] })
      return done()
    case 'Say':
      trainee(call, args[1], true)
      return done()
    case 'Hint':
      happen(call, { type: 'hintGiven', text: 'Ask for her date of birth before you look at the account.', asked: true })
      return done('Ask for her date of birth before you look at the account.')
    case 'Played':
      call.played.push(args[1])
      if (process.env.VERBOSE) console.log('played', JSON.stringify(args[1]))
      return done()
    case 'SendAudio': {
      let bytes = 0
      peer.streams.set(streamIds[0], (item) => {
        if (bytes === 0) console.log('audio up from', item.seq, item.offset)
        bytes += item.pcm.length
        listen(call, Buffer.from(item.pcm, 'base64'), item)
      })
      return
    }
    case 'ReceiveAudio':
      call.audio = (item) => peer.send({ type: 2, invocationId, item })
      return
  }
  fail('unknown', target)
}

function makeCall({ difficulty }) {
  const call = { id: randomUUID(), startedAt: Date.now(), events: [], seq: 0, utterance: 0, status: 'ringing', peer: null, audio: null, speaking: null, played: [], turn: 0, loud: 0, quiet: 0, talking: false, said: 0 }
  happen(call, { type: 'callPlaced', scenarioId: card.id, scenarioTitle: card.title, patientName: card.patientName, difficulty, seed: 1 })
  return call
}

const nowMs = (call) => Date.now() - call.startedAt
const stateOf = (call, after) => ({ callId: call.id, status: call.status, nowMs: nowMs(call), serverSpeaks: true, serverListens: true, events: call.events.filter((event) => event.seq > after) })

function happen(call, event, kept = true) {
  if (call.status === 'ended') return
  const whole = { ...event, seq: kept ? ++call.seq : 0, atMs: nowMs(call) }
  if (kept) call.events.push(whole)
  call.peer?.send({ type: 1, target: 'Happened', arguments: [whole] })
}

const lines = [
  'Hello? Yes, my name is Rosa Alvarez, and I got a bill in the mail that I really do not understand.',
  'Well, it says two hundred and forty dollars. I was told the visit was covered. I am on a fixed income, you know.',
  'It is the fourth of May, nineteen sixty-seven.',
  'So I do not have to pay this now? Are you quite sure about that?',
  'Oh, thank goodness. You have been very kind.',
]

function play(call) {
  setTimeout(() => {
    call.status = 'live'
    happen(call, { type: 'callAnswered' })
    happen(call, { type: 'moodChanged', label: 'anxious', levels: { upset: 0.3, anxiety: 0.6, trust: 0.4, patience: 0.7 }, because: ['She does not know what the bill means.'] })
    speak(call)
  }, 3000)
}

function speak(call) {
  if (call.status !== 'live') return
  const text = lines[call.turn++ % lines.length]
  const utterance = ++call.utterance
  const seconds = text.split(' ').length / 2.7
  const total = Math.round(seconds * 16000)
  happen(call, { type: 'utteranceSpoken', party: 'patient', utterance, text, startMs: nowMs(call), endMs: nowMs(call) + seconds * 1000, typed: false, confidence: 1, interruptedOther: false, words: [], voice: null })
  happen(call, { type: 'speechStarted', party: 'patient' })
  const begun = Date.now()
  let offset = 0
  let seq = 0
  call.speaking = { utterance, text, total }
  const timer = setInterval(() => {
    if (call.speaking?.utterance !== utterance) return clearInterval(timer)
    while (offset < total && offset < ((Date.now() - begun) / 1000 + 0.1) * 16000) {
      const pcm = Buffer.alloc(640)
      for (let i = 0; i < 320; i++) {
        const t = (offset + i) / 16000
        const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * t))
        pcm.writeInt16LE(Math.round(6000 * syllable * Math.sin(2 * Math.PI * (180 + 40 * Math.sin(t * 3)) * t)), i * 2)
      }
      call.audio?.({ seq: seq++, utterance, offset, pcm: pcm.toString('base64') })
      offset += 320
    }
    if (offset >= total) {
      clearInterval(timer)
      call.speaking = null
      happen(call, { type: 'speechStopped', party: 'patient' })
      if (call.turn === lines.length) setTimeout(() => finish(call, 'patientSaidGoodBye', 'She said good-bye.'), 1500)
    }
  }, 20)
}

// A little ear: loud frames are speech, 600 ms of quiet ends a turn.
function listen(call, pcm, { offset }) {
  let sum = 0
  for (let i = 0; i < pcm.length; i += 2) sum += pcm.readInt16LE(i) ** 2
  const loud = Math.sqrt(sum / (pcm.length / 2)) > 700
  call.loud = loud ? call.loud + 1 : 0
  call.quiet = loud ? 0 : call.quiet + 1
  call.heardTo = offset
  if (!call.talking && call.loud > 8 && call.status === 'live') {
    call.talking = true
    happen(call, { type: 'speechStarted', party: 'trainee' })
    cutOff(call)
  }
  if (call.talking && call.loud % 15 === 14) happen(call, { type: 'partialHeard', party: 'trainee', utterance: call.utterance + 1, text: 'thank you for calling how can'.split(' ').slice(0, 1 + (call.loud / 15)).join(' ') }, false)
  if (call.talking && call.quiet > 30) {
    call.talking = false
    happen(call, { type: 'speechStopped', party: 'trainee' })
    trainee(call, 'Thank you for calling Lakeside. How can I help you today?', false)
  }
}

function cutOff(call) {
  if (!call.speaking) return
  const { utterance, text } = call.speaking
  call.speaking = null
  call.peer?.send({ type: 1, target: 'FlushAudio', arguments: [utterance] })
  happen(call, { type: 'utteranceCutOff', utterance, heardText: text.split(' ').slice(0, 5).join(' '), endMs: nowMs(call) })
}

const cues = [
  ['praise', 'professionalism', 'You greeted her by name. Good.', 'You said: "Good morning, Mrs. Alvarez."'],
  ['suggestion', 'empathy', 'She is worried. Say that you see it.', 'She said that she is on a fixed income, and nobody took it up.'],
  ['warning', 'timing', 'Let her finish.', 'You began while she was still speaking.'],
]

function trainee(call, text, typed) {
  if (call.status !== 'live') return
  cutOff(call)
  const utterance = ++call.utterance
  const at = nowMs(call)
  happen(call, { type: 'utteranceSpoken', party: 'trainee', utterance, text, startMs: at - 2000, endMs: at, typed, confidence: 0.8, interruptedOther: false, words: [], voice: null })
  const [kind, category, cue, reason] = cues[call.said % cues.length]
  happen(call, { type: 'cueGiven', kind, category, code: `cue${call.said}`, text: cue, reason, utterance })
  const phase = phases[call.said++]
  if (phase) happen(call, { type: 'phaseDone', phaseId: phase.id, utterance })
  happen(call, { type: 'metersMoved', wordsPerMinute: 130 + call.said * 12, talkRatio: 0.42 }, false)
  happen(call, { type: 'patientThinking' }, false)
  setTimeout(() => {
    happen(call, { type: 'turnTimed', utterance, endpointMs: 240, finalMs: 300, decisionMs: 312, firstWordMs: 315, firstAudioMs: 370, firstPlayedMs: 460, endpointReason: 'A question, said to its end.' })
    if (call.said === 3) happen(call, { type: 'moodChanged', label: 'relieved', levels: { upset: 0.1, anxiety: 0.2, trust: 0.8, patience: 0.8 }, because: ['You told her that she need not pay now.'] })
    speak(call)
  }, 900)
}

function finish(call, reason, text) {
  if (call.status === 'ended') return
  happen(call, { type: 'callEnded', reason, text })
  call.status = 'ended'
  call.speaking = null
}

server.listen(port, () => console.log(`Fake server on http://localhost:${port}`))
