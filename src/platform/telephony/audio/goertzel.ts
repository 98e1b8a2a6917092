/** Level of one tone in a signal, in dBFS (Goertzel): proves which voice is on which channel of a recording. */
export const toneLevel = (samples: Int16Array, hz: number, sampleRate: number): number => {
  const w = (2 * Math.PI * hz) / sampleRate;
  const c = 2 * Math.cos(w);
  let s1 = 0;
  let s2 = 0;
  for (const sample of samples) {
    const s = sample / 32_768 + c * s1 - s2;
    s2 = s1;
    s1 = s;
  }
  const power = (4 * (s1 * s1 + s2 * s2 - c * s1 * s2)) / samples.length ** 2;
  return 10 * Math.log10(power + 1e-12);
};
