/** Sound made by arithmetic, 8 kHz signed 16 bits: a voice-like murmur, or plain tones. Nothing is read from disk. */
export const SAMPLE_RATE = 8000;
export const FRAME_SAMPLES = 160;

/** Gives the next 20 ms. */
export type Sound = (samples?: number) => Int16Array;

/** Mulberry32: the same seed always says the same thing. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const seedOf = (text: string): number => {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 16_777_619);
  return hash >>> 0;
};

export const silence: Sound = (samples = FRAME_SAMPLES) => new Int16Array(samples);

/** A sum of sines at one half of full scale. `cadence` gives seconds on and off, as a ringing tone has. */
export const tone = (hz: number[], cadence?: { on: number; off: number }, amplitude = 0.5): Sound => {
  let n = 0;
  return (samples = FRAME_SAMPLES) =>
    Int16Array.from({ length: samples }, () => {
      const t = n++ / SAMPLE_RATE;
      if (cadence && t % (cadence.on + cadence.off) >= cadence.on) return 0;
      return Math.round((32_767 * amplitude * hz.reduce((sum, f) => sum + Math.sin(2 * Math.PI * f * t), 0)) / hz.length);
    });
};

type Vowel = readonly [number, number];
const vowels: readonly Vowel[] = [
  [700, 1220],
  [400, 1900],
  [300, 2200],
  [450, 900],
  [320, 800],
  [550, 1600],
];

/** Syllables of a throat's pulses through two formants: not words, but the rhythm and colour of someone talking. */
export const murmur = (seed: number, pitchHz: number): Sound => {
  const random = seededRandom(seed);
  let phase = 0;
  let left = 0;
  let length = 1;
  let pitch = pitchHz;
  let pause = false;
  let vowel: Vowel = vowels[0]!;
  const filters = [resonator(), resonator()];
  const nextSyllable = () => {
    pause = !pause && random() < 0.22;
    length = left = Math.round(SAMPLE_RATE * (pause ? 0.12 + random() * 0.25 : 0.11 + random() * 0.14));
    pitch = pitchHz * (0.88 + random() * 0.26);
    vowel = vowels[Math.floor(random() * vowels.length)]!;
  };
  return (samples = FRAME_SAMPLES) =>
    Int16Array.from({ length: samples }, () => {
      if (left-- <= 0) nextSyllable();
      phase += pitch / SAMPLE_RATE;
      const pulse = phase >= 1 ? 1 : 0;
      phase %= 1;
      const source = pulse + (random() - 0.5) * 0.02;
      const voiced = filters[0]!(source, vowel[0], 90) + 0.6 * filters[1]!(source, vowel[1], 130);
      const envelope = pause ? 0 : Math.sin((Math.PI * Math.max(left, 0)) / length) ** 0.6;
      return Math.max(-32_000, Math.min(32_000, Math.round(voiced * envelope * 9_000)));
    });
};

const resonator = () => {
  let y1 = 0;
  let y2 = 0;
  return (x: number, hz: number, bandwidthHz: number): number => {
    const r = Math.exp((-Math.PI * bandwidthHz) / SAMPLE_RATE);
    const y = x + 2 * r * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE) * y1 - r * r * y2;
    y2 = y1;
    y1 = y;
    return y;
  };
};
