/** How long a cut-off stays silent while what is under way still arrives. */
const cutMs = 250

/** What comes over WebRTC, at the ear through the same loudspeaker as everything else. */
export class RemoteVoice {
  private readonly context: AudioContext
  private element: HTMLAudioElement | null = null
  private source: MediaStreamAudioSourceNode | null = null
  private readonly gain: GainNode
  private cut: ReturnType<typeof setTimeout> | null = null

  constructor(context: AudioContext) {
    this.context = context
    this.gain = context.createGain()
    this.gain.connect(context.destination)
  }

  play(stream: MediaStream | null): void {
    this.stop()
    if (!stream) return
    // Chromium lets a remote stream sound in a context only while an element plays it, if only silently.
    this.element = new Audio()
    this.element.srcObject = stream
    this.element.muted = true
    try {
      this.source = this.context.createMediaStreamSource(stream)
      this.source.connect(this.gain)
    } catch {
      // Firefox joins no stream to a context of another rate: the element itself is heard.
      this.element.muted = false
    }
    void this.element.play().catch(() => undefined)
  }

  /** Silent at once: the trainee has broken in, and the network still holds some of it. */
  flush(): void {
    if (!this.element) return
    if (this.cut) clearTimeout(this.cut)
    this.setSilent(true)
    this.cut = setTimeout(() => this.setSilent(false), cutMs)
  }

  dispose(): void {
    this.stop()
    this.gain.disconnect()
  }

  private stop(): void {
    if (this.cut) clearTimeout(this.cut)
    this.setSilent(false)
    this.source?.disconnect()
    this.source = null
    this.element?.pause()
    if (this.element) this.element.srcObject = null
    this.element = null
  }

  private setSilent(silent: boolean): void {
    this.gain.gain.setTargetAtTime(silent ? 0 : 1, this.context.currentTime, 0.005)
    if (this.element && !this.source) this.element.muted = silent
  }
}
