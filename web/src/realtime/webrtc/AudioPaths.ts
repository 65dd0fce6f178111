import type { CallHub } from '../hub/callHub'
import type { AudioAck, WebRtcInvitation } from '../hub/contract'
import { lossPercent, type LinkFigures } from './figures'
import { hubPath, shownAs, smoothed, whole, type PathView } from './pathView'
import type { OpenLink, WebRtcLink } from './WebRtcLink'

/** What the call does when its sound changes the path. */
export interface PathHost {
  hub: CallHub
  openLink: OpenLink | null
  now: () => number
  /** Samples captured since the microphone's first. */
  captured(): number
  /** The hub has carried all that was captured; a change before that would leave some of it behind. */
  caughtUp(): boolean
  /** A change in the middle of a word would be heard. */
  patientSpeaks(): boolean
  /** Over WebRTC from now on: the hub's streams are closed. */
  toWebRtc(voice: MediaStream): void
  /** Back over the hub: its streams are opened, and what the server has not heard goes up again. */
  toHub(): void
  heardUpTo(samples: number): void
  changed(view: PathView): void
}

/** The hub carries the sound meanwhile, so nobody waits for it. */
export const connectWithinMs = 10_000
/** The server gets a packet every 20 ms; so long without one more, and the path is cut. */
export const stalledMs = 1_000
export const retryAfterMs = 60_000
/** A connection that a restart could not save is made anew, once. */
export const anewAfterMs = 1_000
const tickMs = 200
const hubReportMs = 2_000
/** A connection that has held so long may be restarted once more. */
const steadyMs = 30_000

type State = 'off' | 'trying' | 'restarting' | 'inUse'

/**
 * Keeps the sound on the best path there is. The hub's streams carry it until WebRTC is connected; when WebRTC stalls
 * they carry it again at once, while one ICE restart is tried. Nothing is lost on the way: the server says how far it
 * has heard the microphone, and the rest goes up by the hub.
 */
export class AudioPaths {
  view: PathView = hubPath
  private readonly host: PathHost
  private state: State = 'off'
  private link: WebRtcLink | null = null
  private callId: string | null = null
  private invitation: WebRtcInvitation | null = null
  private track: MediaStreamTrack | null = null
  /** Candidates are of an offer that the server knows; they wait for its answer. */
  private answered: Promise<void> = Promise.resolve()
  private silenced = false
  private sinceMs = 0
  private restarts = 0
  private before: LinkFigures | null = null
  private aliveAtMs = 0
  private heard = -1
  private received = -1
  private reportedAtMs = -Infinity
  private timer: ReturnType<typeof setInterval> | null = null
  private retry: ReturnType<typeof setTimeout> | null = null
  private ticking = false

  constructor(host: PathHost) {
    this.host = host
  }

  get inUse(): boolean {
    return this.state === 'inUse'
  }

  /** The call is attached and the microphone may be live. Called again after every change; does what is missing. */
  begin(callId: string, invitation: WebRtcInvitation | null, track: MediaStreamTrack | null): void {
    this.callId = callId
    this.invitation = invitation
    if (track !== this.track) this.link?.use(track)
    this.track = track
    this.timer ??= setInterval(() => void this.tick(), tickMs)
    if (this.state === 'off' && !this.retry) void this.tryWebRtc()
  }

  /** There may be another network now: a path that was given up is tried again at once. */
  tryAgain(): void {
    if (!this.retry) return
    clearTimeout(this.retry)
    this.retry = null
    if (this.state === 'off') void this.tryWebRtc()
  }

  silence(silenced: boolean): void {
    this.silenced = silenced
    this.link?.silence(silenced)
  }

  /** The call is over for this page. */
  stop(): void {
    if (this.timer) clearInterval(this.timer)
    if (this.retry) clearTimeout(this.retry)
    this.timer = this.retry = null
    this.close()
    this.callId = null
    this.track = null
    this.show(hubPath)
  }

  private async tryWebRtc(): Promise<void> {
    const { callId, invitation, track } = this
    if (!callId || !invitation || !track || !this.host.openLink) return
    this.enter('trying')
    this.restarts = 0
    try {
      const link = this.host.openLink(invitation.iceServers, track, (candidate) => {
        this.answered.then(() => this.host.hub.invoke('AddIceCandidate', callId, candidate)).catch(() => undefined)
      })
      this.link = link
      link.silence(this.silenced)
      this.answered = this.negotiate(link, false)
      await this.answered
    } catch {
      this.giveUp()
    }
  }

  private async negotiate(link: WebRtcLink, restart: boolean): Promise<void> {
    const sdp = await link.offer(restart)
    if (this.link !== link || !this.callId) return
    const answer = await this.host.hub.invoke('NegotiateAudio', this.callId, { sdp, restart })
    if (this.link === link) await link.accept(answer.sdp)
  }

  private async tick(): Promise<void> {
    if (this.ticking) return
    this.ticking = true
    try {
      if (this.state === 'inUse') await this.look()
      else {
        if (this.state !== 'trying') await this.reportHub()
        if (this.state !== 'off') await this.lookForConnection()
      }
    } finally {
      this.ticking = false
    }
  }

  private async lookForConnection(): Promise<void> {
    const { link, callId } = this
    if (!link || !callId) return
    if (await this.isUp(link)) {
      if (this.host.patientSpeaks() || !this.host.caughtUp()) return
      try {
        await this.use(link, callId)
      } catch {
        this.giveUp()
      }
      return
    }
    if (link.failed || this.host.now() - this.sinceMs > connectWithinMs) this.giveUp()
  }

  /** A restart has succeeded when packets come again, whatever the state is called. */
  private async isUp(link: WebRtcLink): Promise<boolean> {
    if (!link.connected || !link.voice) return false
    const { packetsReceived } = await link.figures()
    if (this.received < 0) this.received = packetsReceived
    return packetsReceived > this.received
  }

  private async use(link: WebRtcLink, callId: string): Promise<void> {
    const ack = await this.host.hub.invoke('UseWebRtc', callId, this.host.captured())
    if (this.link !== link || !link.voice) return
    this.enter('inUse')
    this.heard = ack.heardUpTo
    this.aliveAtMs = this.host.now()
    this.before = await link.figures()
    this.host.toWebRtc(link.voice)
    this.show({ ...hubPath, via: 'webRtc' })
  }

  private async look(): Promise<void> {
    const { link, callId, before } = this
    if (!link || !callId || !before) return
    const figures = await link.figures()
    const loss = lossPercent(before, figures)
    this.before = figures
    this.show({ ...this.view, via: 'webRtc', roundTripMs: figures.roundTripMs, jitterMs: figures.jitterMs, lossPercent: smoothed(this.view.lossPercent, loss) })
    let ack: AudioAck
    try {
      ack = await this.host.hub.invoke('ReportAudio', callId, {
        path: 'webRtc',
        roundTripMs: whole(figures.roundTripMs),
        lossPercent: loss,
        jitterMs: figures.jitterMs,
        playedRtpTimestamp: figures.played?.rtpTimestamp ?? null,
        playedAgoMs: figures.played?.agoMs ?? null,
      })
    } catch {
      // The hub is away: nobody can say how far the server has heard. The sound itself goes on.
      this.aliveAtMs = this.host.now()
      return
    }
    if (this.link !== link || this.state !== 'inUse') return
    this.host.heardUpTo(ack.heardUpTo)
    this.show({ ...this.view, lateFrames: ack.lateFrames, underruns: ack.underruns })
    const moved = (ack.heardUpTo > this.heard || !this.track) && figures.packetsReceived > this.received
    this.heard = ack.heardUpTo
    this.received = figures.packetsReceived
    if (moved) this.aliveAtMs = this.host.now()
    if (this.host.now() - this.sinceMs > steadyMs) this.restarts = 0
    if (ack.inUse !== 'webRtc' || link.failed || this.host.now() - this.aliveAtMs > stalledMs) this.lost(link)
  }

  private lost(link: WebRtcLink): void {
    this.host.toHub()
    this.show(hubPath)
    if (this.restarts > 0 || link.failed) return this.giveUp()
    this.restarts++
    this.enter('restarting')
    this.answered = this.negotiate(link, true)
    this.answered.catch(() => this.link === link && this.giveUp())
  }

  private async reportHub(): Promise<void> {
    const { callId } = this
    const startedAtMs = this.host.now()
    if (!callId || startedAtMs - this.reportedAtMs < hubReportMs) return
    this.reportedAtMs = startedAtMs
    try {
      const { underruns } = await this.host.hub.invoke('ReportAudio', callId, {
        path: 'hub',
        roundTripMs: whole(this.view.via === 'hub' ? this.view.roundTripMs : null),
        lossPercent: null,
        jitterMs: null,
        playedRtpTimestamp: null,
        playedAgoMs: null,
      })
      if (this.state === 'off') this.show({ ...hubPath, roundTripMs: Math.round(this.host.now() - startedAtMs), underruns })
    } catch {
      // Told by the hub itself.
    }
  }

  private giveUp(): void {
    const { callId, state } = this
    this.close()
    if (!callId) return
    this.host.hub.invoke('LeaveAudio', callId).catch(() => undefined)
    // Wi-Fi comes back, a gateway is started again: the better path is tried from time to time.
    this.retry ??= setTimeout(() => {
      this.retry = null
      void this.tryWebRtc()
    }, state === 'restarting' ? anewAfterMs : retryAfterMs)
  }

  private close(): void {
    this.link?.close()
    this.link = null
    this.enter('off')
  }

  private enter(state: State): void {
    this.state = state
    this.sinceMs = this.host.now()
    this.received = -1
  }

  private show(view: PathView): void {
    const news = shownAs(view) !== shownAs(this.view)
    this.view = view
    if (news) this.host.changed(view)
  }
}
