import { sampleRateHz } from '../audio/pcm'
import { Emitter } from '../Emitter'
import type { PlayedPosition } from '../hub/contract'

const reportEveryMs = 200

/**
 * The browser's own voice, for when the server has none. It does not say how much of a sound was heard, so positions are
 * reckoned from the word that it has come to, against the length that the server planned.
 */
export class BrowserVoice {
  readonly played = new Emitter<PlayedPosition>()
  private current: { utterance: number; totalSamples: number; length: number; startedAt: number; reached: number } | null = null
  private timer: ReturnType<typeof setInterval> | null = null

  static get exists(): boolean {
    return 'speechSynthesis' in window
  }

  say(utterance: number, text: string, plannedMs: number, rate = 1): void {
    if (!BrowserVoice.exists) return
    const speech = new SpeechSynthesisUtterance(text)
    speech.lang = 'en-US'
    speech.rate = rate
    const spoken = { utterance, totalSamples: Math.round((plannedMs * sampleRateHz) / 1000), length: Math.max(1, text.length), startedAt: 0, reached: 0 }
    speech.onstart = () => {
      this.current = spoken
      spoken.startedAt = performance.now()
      this.report(0)
      this.timer ??= setInterval(() => this.report(null), reportEveryMs)
    }
    speech.onboundary = (event) => (spoken.reached = event.charIndex)
    speech.onend = () => this.finish(spoken, spoken.length)
    // A cancelled line ends with an error too; it was reported when it was cut.
    speech.onerror = () => this.finish(spoken, spoken.reached)
    window.speechSynthesis.speak(speech)
  }

  /** Silent at once; answers with what was heard. */
  flush(utterance: number): void {
    if (!BrowserVoice.exists) return
    const cut = this.current
    window.speechSynthesis.cancel()
    if (cut && cut.utterance <= utterance) this.finish(cut, cut.reached)
  }

  dispose(): void {
    this.current = null
    if (BrowserVoice.exists) window.speechSynthesis.cancel()
    this.stopTimer()
  }

  private finish(spoken: NonNullable<typeof this.current>, reached: number): void {
    if (this.current !== spoken) return
    spoken.reached = reached
    this.report(null)
    this.current = null
    this.stopTimer()
  }

  private stopTimer(): void {
    if (this.timer) clearInterval(this.timer)
    this.timer = null
  }

  private report(firstSoundAgoMs: number | null): void {
    if (!this.current) return
    const { utterance, totalSamples, reached, length } = this.current
    this.played.emit({ utterance, samplesPlayed: Math.round((totalSamples * reached) / length), firstSoundAgoMs, underruns: 0 })
  }
}
