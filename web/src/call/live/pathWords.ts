import type { PathView } from '@/realtime/webrtc/pathView'

/** The path of the sound, in a word or two and in a sentence. */
export function pathWords({ via, codec, roundTripMs, lossPercent, jitterMs, lateFrames, underruns }: PathView): { short: string; long: string } {
  const name = via === 'webRtc' ? 'WebRTC' : codec === 'opus' ? 'hub · Opus' : 'hub'
  const figures = [
    roundTripMs !== null && `round trip ${Math.round(roundTripMs)} ms`,
    lossPercent !== null && `loss ${Math.round(lossPercent * 10) / 10} %`,
    jitterMs !== null && `jitter ${Math.round(jitterMs)} ms`,
    // Only when there are any: on a server that keeps up there are none.
    !!lateFrames && `${lateFrames} frames of the patient’s voice late`,
    !!underruns && `the patient’s voice ran dry ${underruns === 1 ? 'once' : `${underruns} times`}`,
  ].filter((figure) => figure !== false)
  const way = via === 'webRtc' ? 'The sound travels over WebRTC' : `The sound travels over the hub’s connection, your voice ${codec === 'opus' ? 'as Opus' : 'uncompressed'}`
  return {
    short: roundTripMs === null ? name : `${name} ${Math.round(roundTripMs)} ms`,
    long: figures.length === 0 ? `${way}.` : `${way}: ${figures.join(', ')}.`,
  }
}
