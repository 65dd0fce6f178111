/** The inside format of the product: 16 kHz mono signed 16-bit, 20 ms frames. */
export const sampleRateHz = 16_000
export const frameSamples = 320

/** What goes over the wire is little-endian whatever the machine; browsers run on little-endian machines only, checked once. */
const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

export function bytesOf(samples: Int16Array): Uint8Array {
  if (!littleEndian) throw new Error('This browser runs on a big-endian machine, which is not supported.')
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
}

/** A half sample at the end is left out. */
export function samplesOf(bytes: Uint8Array): Int16Array<ArrayBuffer> {
  // A copy: bytes in the middle of a message may lie where no sample can.
  return new Int16Array(bytes.slice(0, bytes.length - (bytes.length % 2)).buffer)
}

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  // In pieces, because an argument list has a limit.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

export function toInt16(value: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(value * 32768)))
}
