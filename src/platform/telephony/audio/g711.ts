/** G.711 µ-law (ITU-T G.711): the telephone's own coding, one byte a sample at 8 kHz. */
const bias = 0x84;
const clip = 32_635;

export const SILENCE = 0xff;

const encodeSample = (sample: number): number => {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), clip) + bias;
  let exponent = 7;
  for (let mask = 0x4000; (magnitude & mask) === 0 && exponent > 0; mask >>= 1) exponent -= 1;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
};

const decoded = Int16Array.from({ length: 256 }, (_, byte) => {
  const value = ~byte & 0xff;
  const exponent = (value >> 4) & 7;
  const magnitude = (((value & 0x0f) << 3) + bias) * 2 ** exponent - bias;
  return value & 0x80 ? -magnitude : magnitude;
});

export const encodeMulaw = (samples: Int16Array): Uint8Array => Uint8Array.from(samples, encodeSample);
export const decodeMulaw = (bytes: Uint8Array): Int16Array => Int16Array.from(bytes, (byte) => decoded[byte]!);
