import type { WebRtcInvitation } from '../hub/contract'
import { anewAfterMs, connectWithinMs, retryAfterMs, stalledMs } from '../webrtc/AudioPaths'
import type { OpenLink, WebRtcLink } from '../webrtc/WebRtcLink'
import type { SupervisionHub } from './supervisionHub'

/** What a listener does when the sound changes the path. */
export interface ListenerHost {
  hub: Pick<SupervisionHub, 'invoke'>
  /** Null: this browser has no WebRTC. */
  openLink: OpenLink | null
  now: () => number
  /** Later; returns what cancels it. */
  after: (ms: number, then: () => void) => () => void
  /** Over WebRTC from now on: the server has ended the hub's stream. */
  toWebRtc(voice: MediaStream): void
  /** Back over the hub: its stream is opened again. */
  toHub(): void
}

const tickMs = 200

/**
 * Keeps a listener's sound on WebRTC where it connects. The hub carries it until then, and again at once when WebRTC
 * stalls. There is no microphone in the connection before one is given.
 */
export class ListenerPath {
  inUse = false
  private readonly host: ListenerHost
  private callId: string | null = null
  private invitation: WebRtcInvitation | null = null
  private link: WebRtcLink | null = null
  /** Candidates are of an offer that the server knows; they wait for its answer. */
  private answered: Promise<void> = Promise.resolve()
  private track: MediaStreamTrack | null = null
  private sinceMs = 0
  private aliveAtMs = 0
  private received = 0
  private cancel: (() => void) | null = null

  constructor(host: ListenerHost) {
    this.host = host
  }

  /** In a call, whose sound comes over the hub now. */
  begin(callId: string, invitation: WebRtcInvitation | null): void {
    this.stop()
    this.callId = callId
    this.invitation = invitation
    void this.tryWebRtc()
  }

  /** Gives the microphone to the connection; false: there is none, and the hub has to carry it. */
  speak(track: MediaStreamTrack | null): boolean {
    const { link, callId } = this
    if (!this.inUse || !link || !callId || !track) return false
    this.use(track)
    this.host.hub.invoke('SpeakOverWebRtc', callId).catch(() => this.link === link && this.lost())
    return true
  }

  /** Another microphone in place of the one that went away; null: none any more. */
  use(track: MediaStreamTrack | null): void {
    if (!this.inUse || track === this.track) return
    this.track = track
    this.link?.use(track)
  }

  /** Out of the call. */
  stop(): void {
    this.callId = null
    this.close()
  }

  private async tryWebRtc(): Promise<void> {
    const { callId, invitation, host } = this
    if (!callId || !invitation || !host.openLink) return
    this.sinceMs = host.now()
    let link: WebRtcLink | null = null
    try {
      link = this.link = host.openLink(invitation.iceServers, null, (candidate) => {
        this.answered.then(() => host.hub.invoke('AddIceCandidate', callId, candidate)).catch(() => undefined)
      })
      this.answered = this.negotiate(link, callId)
      await this.answered
      if (this.link === link) this.lookLater()
    } catch {
      if (this.link === link) this.giveUp(retryAfterMs)
    }
  }

  private async negotiate(link: WebRtcLink, callId: string): Promise<void> {
    const offer = await link.offer(false)
    if (this.link !== link) return
    const { sdp } = await this.host.hub.invoke('NegotiateAudio', callId, offer)
    if (this.link === link) await link.accept(sdp)
  }

  private lookLater(): void {
    this.cancel = this.host.after(tickMs, () => void this.look())
  }

  private async look(): Promise<void> {
    const { link, callId } = this
    if (!link || !callId) return
    if (this.inUse) await this.lookForStall(link)
    else if (link.connected && link.voice) await this.takeOver(link, link.voice, callId)
    else if (link.failed || this.host.now() - this.sinceMs > connectWithinMs) this.giveUp(retryAfterMs)
    if (this.link === link) this.lookLater()
  }

  private async takeOver(link: WebRtcLink, voice: MediaStream, callId: string): Promise<void> {
    try {
      await this.host.hub.invoke('HearOverWebRtc', callId)
    } catch {
      if (this.link === link) this.giveUp(retryAfterMs)
      return
    }
    if (this.link !== link) return
    this.inUse = true
    this.received = 0
    this.aliveAtMs = this.host.now()
    this.host.toWebRtc(voice)
  }

  private async lookForStall(link: WebRtcLink): Promise<void> {
    const { packetsReceived } = await link.figures()
    if (this.link !== link) return
    if (packetsReceived > this.received) this.aliveAtMs = this.host.now()
    this.received = packetsReceived
    if (link.failed || this.host.now() - this.aliveAtMs > stalledMs) this.lost()
  }

  private lost(): void {
    // Made anew at once where it had worked, and from time to time where it does not.
    this.giveUp(this.host.now() - this.sinceMs > retryAfterMs ? anewAfterMs : retryAfterMs)
    this.host.toHub()
  }

  private giveUp(againAfterMs: number): void {
    const { callId } = this
    this.close()
    if (!callId) return
    this.host.hub.invoke('LeaveAudio', callId).catch(() => undefined)
    this.cancel = this.host.after(againAfterMs, () => void this.tryWebRtc())
  }

  private close(): void {
    this.cancel?.()
    this.cancel = null
    this.inUse = false
    this.link?.close()
    this.link = this.track = null
  }
}
