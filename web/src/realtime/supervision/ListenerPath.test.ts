import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CallProblem } from '../hub/callProblem'
import { connectWithinMs, retryAfterMs, stalledMs } from '../webrtc/AudioPaths'
import { FakeLink } from '../webrtc/FakeLink'
import { ListenerPath } from './ListenerPath'
import type { SupervisionHub } from './supervisionHub'

const microphone = {} as MediaStreamTrack

function setUp() {
  const links: FakeLink[] = []
  const tracks: (MediaStreamTrack | null)[] = []
  const calls: string[] = []
  const did: string[] = []
  const refuses = new Set<string>()
  const invoke = async (method: string) => {
    calls.push(method)
    if (refuses.has(method)) throw new CallProblem('gatewayFull', '')
    return { sdp: 'answer' }
  }
  const path = new ListenerPath({
    hub: { invoke } as unknown as SupervisionHub,
    openLink: (_servers, track) => {
      tracks.push(track)
      links.push(new FakeLink())
      return links.at(-1) ?? new FakeLink()
    },
    now: () => Date.now(),
    after: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
    toWebRtc: () => void did.push('webRtc'),
    toHub: () => void did.push('hub'),
  })
  const inUse = async () => {
    path.begin('c1', { iceServers: [] })
    await vi.advanceTimersByTimeAsync(0)
    links[0]?.connect()
    await vi.advanceTimersByTimeAsync(400)
  }
  return { path, links, tracks, calls, did, refuses, inUse, passes: (ms: number) => vi.advanceTimersByTimeAsync(ms) }
}

describe('how a listener hears', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is WebRTC as soon as it is connected, without a microphone', async () => {
    const { inUse, calls, did, tracks, path } = setUp()
    await inUse()
    expect(did).toEqual(['webRtc'])
    expect(calls).toEqual(['NegotiateAudio', 'HearOverWebRtc'])
    expect(tracks).toEqual([null])
    expect(path.inUse).toBe(true)
  })

  it('stays the hub where the server invites to nothing', async () => {
    const { path, links, passes } = setUp()
    path.begin('c1', null)
    await passes(retryAfterMs)
    expect(links).toHaveLength(0)
  })

  it('stays the hub where it does not connect, and is tried again later', async () => {
    const { path, links, calls, did, passes } = setUp()
    path.begin('c1', { iceServers: [] })
    await passes(connectWithinMs + 500)
    expect(links[0]?.closed).toBe(true)
    expect(calls.at(-1)).toBe('LeaveAudio')
    expect(did).toEqual([])
    await passes(retryAfterMs)
    expect(links).toHaveLength(2)
  })

  it('stays the hub where the gateway is full', async () => {
    const { path, links, did, refuses, passes } = setUp()
    refuses.add('NegotiateAudio')
    path.begin('c1', { iceServers: [] })
    await passes(1_000)
    expect(links[0]?.closed).toBe(true)
    expect(did).toEqual([])
  })

  it('is the hub again when nothing comes any more', async () => {
    const { inUse, links, did, path, passes } = setUp()
    await inUse()
    if (links[0]) links[0].flows = false
    await passes(stalledMs + 600)
    expect(did).toEqual(['webRtc', 'hub'])
    expect(path.inUse).toBe(false)
    expect(links[0]?.closed).toBe(true)
  })

  it('takes a microphone only where it is in use, and tells the server', async () => {
    const { inUse, path, links, calls } = setUp()
    expect(path.speak(microphone)).toBe(false)
    await inUse()
    expect(path.speak(null)).toBe(false)
    expect(path.speak(microphone)).toBe(true)
    expect(links[0]?.track).toBe(microphone)
    expect(calls.at(-1)).toBe('SpeakOverWebRtc')
    path.use(null)
    expect(links[0]?.track).toBeNull()
  })

  it('leaves the microphone to the hub where the server does not take it', async () => {
    const { inUse, path, did, refuses, passes } = setUp()
    await inUse()
    refuses.add('SpeakOverWebRtc')
    path.speak(microphone)
    await passes(0)
    expect(did).toEqual(['webRtc', 'hub'])
  })

  it('is closed with the call', async () => {
    const { inUse, path, links, passes } = setUp()
    await inUse()
    path.stop()
    await passes(retryAfterMs * 2)
    expect(links.map((link) => link.closed)).toEqual([true])
  })
})
