export type AudioPath = 'hub' | 'webRtc'

/** Which way the sound goes, and how well. */
export interface PathView {
  via: AudioPath
  roundTripMs: number | null
  lossPercent: number | null
  jitterMs: number | null
  /** Of the microphone over the hub; uncompressed where it is not given. */
  codec?: 'opus'
  /** Frames of the patient's voice that the server could not send in time. */
  lateFrames: number | null
  /** How often the patient's voice was due and not made yet. */
  underruns: number | null
}

export const hubPath: PathView = { via: 'hub', roundTripMs: null, lossPercent: null, jitterMs: null, lateFrames: null, underruns: null }

/** Over about two seconds, so that one lost packet is not shown as a tenth of them. */
export function smoothed(shown: number | null, now: number | null): number | null {
  if (now === null) return shown
  return shown === null ? now : shown + (now - shown) / 10
}

/** What a person would see of it; the rest changes five times a second. */
export function shownAs({ via, roundTripMs, lossPercent, jitterMs, lateFrames, underruns }: PathView): string {
  return [via, whole(roundTripMs), whole(lossPercent && lossPercent * 10), whole(jitterMs), lateFrames, underruns].join()
}

export function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value)
}
