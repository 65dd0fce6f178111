// What an AudioWorklet's own global scope has; TypeScript's DOM library leaves it out.
declare class AudioWorkletProcessor {
  readonly port: MessagePort
  constructor(options?: AudioWorkletNodeOptions)
}

declare function registerProcessor(
  name: string,
  processor: new (options: AudioWorkletNodeOptions) => AudioWorkletProcessor & {
    process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean
  },
): void

/** Of the context that the worklet runs in. */
declare const sampleRate: number
/** Seconds, at the start of the block being made. */
declare const currentTime: number
