import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CallProblem } from '../hub/callProblem'
import type { CallHub } from '../hub/callHub'
import type { AudioAck } from '../hub/contract'
import { AudioPaths, anewAfterMs, connectWithinMs, retryAfterMs, stalledMs } from './AudioPaths'
import { FakeLink } from './FakeLink'
import type { PathView } from './pathView'

function setUp() {
  const links: FakeLink[] = []
  const did: string[] = []
  const calls: [string, ...unknown[]][] = []
  const views: PathView[] = []
  const server = { heardUpTo: 1_000, hears: true, inUse: 'webRtc' as AudioAck['inUse'], refuses: null as string | null, away: false }
  const invoke = async (method: string, ...args: unknown[]) => {
    calls.push([method, ...args])
    if (server.away) throw new CallProblem('serverGone', '')
    if (method === 'NegotiateAudio' && server.refuses) throw new CallProblem(server.refuses, '')
    if (method === 'NegotiateAudio') return { sdp: 'answer' }
    if (server.hears) server.heardUpTo += 3_200
    return { heardUpTo: server.heardUpTo, inUse: server.inUse, lateFrames: 2, underruns: 1 }
  }
  const host = {
    hub: { invoke } as unknown as CallHub,
    openLink: () => {
      const link = new FakeLink()
      links.push(link)
      return link
    },
    now: () => Date.now(),
    captured: () => 7_000,
    caughtUp: vi.fn(() => true),
    patientSpeaks: vi.fn(() => false),
    toWebRtc: () => void did.push('webRtc'),
    toHub: () => void did.push('hub'),
    heardUpTo: vi.fn(),
    changed: (view: PathView) => void views.push(view),
  }
  const paths = new AudioPaths(host)
  const begin = () => paths.begin('c1', { iceServers: [] }, {} as MediaStreamTrack)
  const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  const called = (method: string) => calls.filter(([name]) => name === method)
  return { paths, begin, passes, links, did, views, called, server, host, link: () => links.at(-1) ?? new FakeLink() }
}

describe('the path of the sound', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is WebRTC as soon as it is connected and packets come', async () => {
    const { begin, passes, link, did, called, paths } = setUp()
    begin()
    await passes(400)
    expect(did).toEqual([])
    link().connect()
    await passes(600)
    expect(did).toEqual(['webRtc'])
    expect(called('UseWebRtc')).toEqual([['UseWebRtc', 'c1', 7_000]])
    expect(paths.view).toMatchObject({ via: 'webRtc', roundTripMs: 20, jitterMs: 3, lossPercent: 0 })
  })

  it('stays the hub when WebRTC does not connect in time, and is tried again later', async () => {
    const { begin, passes, links, did, called } = setUp()
    begin()
    await passes(connectWithinMs + 400)
    expect([links[0]?.closed, did, called('LeaveAudio').length]).toEqual([true, [], 1])
    await passes(retryAfterMs)
    expect(links).toHaveLength(2)
  })

  it('is tried again at once when the hub had to be connected anew', async () => {
    const { begin, passes, links, paths, link, did } = setUp()
    paths.tryAgain()
    begin()
    paths.tryAgain()
    expect(links).toHaveLength(1)
    await passes(connectWithinMs + 400)
    paths.tryAgain()
    begin()
    expect(links).toHaveLength(2)
    link().connect()
    await passes(600)
    expect(did).toEqual(['webRtc'])
    await passes(retryAfterMs)
    expect(links).toHaveLength(2)
  })

  it('stays the hub when the server refuses the offer, without a gateway and without a microphone', async () => {
    const refused = setUp()
    refused.server.refuses = 'gatewayGone'
    refused.begin()
    await refused.passes(400)
    expect(refused.links[0]?.closed).toBe(true)

    const bare = setUp()
    bare.paths.begin('c1', null, {} as MediaStreamTrack)
    bare.paths.begin('c1', { iceServers: [] }, null)
    await bare.passes(400)
    expect(bare.links).toHaveLength(0)
  })

  it('does not change in the middle of the patient’s words', async () => {
    const { begin, passes, link, did, host } = setUp()
    host.patientSpeaks.mockReturnValue(true)
    begin()
    await passes(200)
    link().connect()
    await passes(2_000)
    expect(did).toEqual([])
    host.patientSpeaks.mockReturnValue(false)
    await passes(400)
    expect(did).toEqual(['webRtc'])
  })

  it('reports what was played and measured, and learns how far the server has heard', async () => {
    const { begin, passes, link, called, host } = setUp()
    begin()
    await passes(0)
    link().connect()
    await passes(1_000)
    expect(called('ReportAudio').at(-1)?.[2]).toMatchObject({ path: 'webRtc', roundTripMs: 20, playedRtpTimestamp: 960, playedAgoMs: 10 })
    expect(host.heardUpTo).toHaveBeenLastCalledWith(expect.any(Number))
  })

  it('shows what the server could not send in time', async () => {
    const { begin, passes, link, paths } = setUp()
    begin()
    await passes(0)
    link().connect()
    await passes(1_000)
    expect(paths.view).toMatchObject({ via: 'webRtc', lateFrames: 2, underruns: 1 })
  })

  it('is the hub again at once when the server hears nothing more, and WebRTC when one restart helps', async () => {
    const { begin, passes, link, did, server, called } = setUp()
    begin()
    await passes(0)
    link().connect()
    await passes(1_000)
    server.hears = false
    link().flows = false
    await passes(stalledMs + 400)
    expect([did, link().restarts]).toEqual([['webRtc', 'hub'], 1])
    expect(called('ReportAudio').at(-1)?.[2]).toMatchObject({ path: 'hub' })
    server.hears = true
    link().flows = true
    await passes(800)
    expect(did).toEqual(['webRtc', 'hub', 'webRtc'])
  })

  it('stays the hub when the restart does not help', async () => {
    const { begin, passes, link, did, server, links } = setUp()
    begin()
    await passes(0)
    link().connect()
    await passes(1_000)
    server.hears = false
    link().flows = false
    await passes(stalledMs + connectWithinMs + 1_000)
    expect([did, links[0]?.restarts, links[0]?.closed]).toEqual([['webRtc', 'hub'], 1, true])
  })

  it('makes a connection anew that a restart could not save, and then only from time to time', async () => {
    const { begin, passes, link, server, links } = setUp()
    begin()
    await passes(0)
    link().connect()
    await passes(1_000)
    server.hears = false
    link().flows = false
    await passes(stalledMs + connectWithinMs + 1_000 + anewAfterMs)
    expect(links).toHaveLength(2)
    await passes(connectWithinMs + 1_000 + anewAfterMs)
    expect([links.length, links[1]?.closed]).toEqual([2, true])
    await passes(retryAfterMs)
    expect(links).toHaveLength(3)
  })

  it('waits until what was missed has gone up over the hub', async () => {
    const { begin, passes, link, did, host } = setUp()
    host.caughtUp.mockReturnValue(false)
    begin()
    await passes(200)
    link().connect()
    await passes(1_000)
    expect(did).toEqual([])
    host.caughtUp.mockReturnValue(true)
    await passes(600)
    expect(did).toEqual(['webRtc'])
  })

  it('goes on while only the hub is away', async () => {
    const { begin, passes, link, did, server } = setUp()
    begin()
    await passes(0)
    link().connect()
    await passes(1_000)
    server.away = true
    await passes(5_000)
    expect(did).toEqual(['webRtc'])
    server.away = false
    await passes(2_000)
    expect(did).toEqual(['webRtc'])
  })

  it('is the hub again when the server says that the peer is gone', async () => {
    const { begin, passes, link, did, server } = setUp()
    begin()
    await passes(0)
    link().connect()
    await passes(1_000)
    server.inUse = 'hub'
    await passes(400)
    expect(did).toEqual(['webRtc', 'hub'])
  })

  it('carries silence while the trainee is muted', async () => {
    const { begin, passes, link, paths } = setUp()
    paths.silence(true)
    begin()
    await passes(0)
    expect(link().silenced).toBe(true)
    paths.silence(false)
    expect(link().silenced).toBe(false)
  })

  it('ends with the call', async () => {
    const { begin, passes, link, paths, called } = setUp()
    begin()
    await passes(0)
    link().connect()
    await passes(1_000)
    paths.stop()
    const reports = called('ReportAudio').length
    await passes(5_000)
    expect([link().closed, called('ReportAudio').length, paths.inUse]).toEqual([true, reports, false])
  })
})
