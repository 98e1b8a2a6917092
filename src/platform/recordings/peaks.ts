/** What a player draws before it has the sound: lowest and highest of each twentieth of a second, from -128 to 127. */
export type Peaks = { pointsPerSecond: 20; durationMs: number; caller: number[]; prospect: number[] };

export const peaksOf = (legs: { caller: Int16Array; prospect: Int16Array }, sampleRate: number): Peaks => ({
  pointsPerSecond: 20,
  durationMs: Math.round((legs.caller.length * 1000) / sampleRate),
  caller: extremes(legs.caller, sampleRate / 20),
  prospect: extremes(legs.prospect, sampleRate / 20),
});

const extremes = (samples: Int16Array, window: number): number[] => {
  const points: number[] = [];
  for (let from = 0; from < samples.length; from += window) {
    let low = 0;
    let high = 0;
    for (let i = from; i < Math.min(from + window, samples.length); i += 1) {
      const sample = samples[i]!;
      if (sample < low) low = sample;
      if (sample > high) high = sample;
    }
    points.push(low >> 8, high >> 8);
  }
  return points;
};
