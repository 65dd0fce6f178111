import { frameSamples, sampleRateHz } from '../audio/pcm'

const framesIn = (seconds: number) => (seconds * sampleRateHz) / frameSamples

/**
 * Tells a microphone that is switched off outside the browser from one in a quiet room: its samples are exactly zero. Some
 * headsets send zeros between words too, so one that was heard before is given more time.
 */
export class SilenceWatch {
  private zeros = 0
  private everHeard = false

  /** True: switched off, as far as can be told. */
  frame(digitalSilence: boolean): boolean {
    this.zeros = digitalSilence ? this.zeros + 1 : 0
    this.everHeard ||= !digitalSilence
    return this.zeros >= framesIn(this.everHeard ? 8 : 2)
  }
}
