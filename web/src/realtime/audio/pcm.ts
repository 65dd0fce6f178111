/** The inside format of the product: 16 kHz mono signed 16-bit, 20 ms frames. */
export const sampleRateHz = 16_000
export const frameSamples = 320

/** What goes over the wire is little-endian whatever the machine; browsers run on little-endian machines only, checked once. */
const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

export function toBase64(samples: Int16Array): string {
  if (!littleEndian) throw new Error('This browser runs on a big-endian machine, which is not supported.')
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  let text = ''
  // In pieces, because an argument list has a limit.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

export function fromBase64(text: string): Int16Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length - (binary.length % 2))
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  return new Int16Array(bytes.buffer)
}

export function toInt16(value: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(value * 32768)))
}
