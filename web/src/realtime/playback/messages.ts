import type { Chunk, Played } from './JitterBuffer'

/** From the page to the audio thread. */
export type ToWorklet = { do: 'play'; chunk: Chunk } | { do: 'flush'; utterance: number } | { do: 'report' }

/** From the audio thread to the page. `at` is on the context's clock, in seconds. */
export type FromWorklet =
  | { did: 'firstSound'; utterance: number; at: number; underruns: number }
  | { did: 'position'; why: 'asked' | 'flushed' | 'dry'; played: Played | null; underruns: number; targetMs: number }
