export const silentDbfs = -100

export interface Level {
  rmsDbfs: number
  peakDbfs: number
  /** Every sample was exactly zero: no sound card does that with a live microphone. */
  digitalSilence: boolean
}

export function measure(samples: Int16Array): Level {
  let sum = 0
  let peak = 0
  for (const sample of samples) {
    sum += sample * sample
    peak = Math.max(peak, Math.abs(sample))
  }
  return {
    rmsDbfs: dbfs(Math.sqrt(sum / Math.max(1, samples.length)) / 32768),
    peakDbfs: dbfs(peak / 32768),
    digitalSilence: peak === 0,
  }
}

function dbfs(value: number): number {
  return value <= 0 ? silentDbfs : Math.max(silentDbfs, 20 * Math.log10(value))
}

/** 0-1 for a meter: from the noise of a quiet room to full scale. */
export function meterValue(rmsDbfs: number): number {
  return Math.max(0, Math.min(1, (rmsDbfs + 60) / 50))
}
