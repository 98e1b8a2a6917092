import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeMulaw, encodeMulaw } from '../telephony/audio/g711.ts';
import { toneLevel } from '../telephony/audio/goertzel.ts';
import { murmur, tone } from '../telephony/audio/voice.ts';
import { listeningCopy, muxLegs, splitLegs } from './index.ts';

const seconds = 6;
const legs = { caller: encodeMulaw(tone([440])(seconds * 8000)), prospect: encodeMulaw(tone([880])(seconds * 8000)) };

/** ffmpeg only judges here: nothing needs it when Cadran runs. */
const channelsOf = (ogg: Buffer): [Int16Array, Int16Array] => {
  const folder = mkdtempSync(join(tmpdir(), 'ogg-'));
  writeFileSync(join(folder, 'copy.ogg'), ogg);
  const pcm = execFileSync('ffmpeg', [
    '-v',
    'error',
    '-i',
    join(folder, 'copy.ogg'),
    '-f',
    's16le',
    '-ar',
    '8000',
    '-ac',
    '2',
    '-',
  ]);
  rmSync(folder, { recursive: true });
  const channel = (index: number) => Int16Array.from({ length: pcm.length / 4 }, (_, i) => pcm.readInt16LE(4 * i + 2 * index));
  return [channel(0), channel(1)];
};

test('on the listening copy the caller is on the left and the prospect on the right, at least 15 dB apart', async () => {
  const { ogg } = await listeningCopy(legs, 'essai');
  const [left, right] = channelsOf(ogg);
  expect(Math.abs(left.length / 8000 - seconds)).toBeLessThan(0.05);
  expect(toneLevel(left, 440, 8000) - toneLevel(left, 880, 8000)).toBeGreaterThan(15);
  expect(toneLevel(right, 880, 8000) - toneLevel(right, 440, 8000)).toBeGreaterThan(15);
});

test('voices cost less than 3 kilobytes a second', async () => {
  const voices = { caller: encodeMulaw(murmur(1, 200)(seconds * 8000)), prospect: encodeMulaw(murmur(2, 110)(seconds * 8000)) };
  const { ogg } = await listeningCopy(voices, 'essai');
  expect(ogg.length / seconds).toBeLessThan(3000);
});

test('two copies asked for at once are both right', async () => {
  const copies = await Promise.all([listeningCopy(legs, 'a'), listeningCopy(legs, 'b')]);
  for (const { ogg } of copies) expect(toneLevel(channelsOf(ogg)[0], 440, 8000)).toBeGreaterThan(-12);
});

test('the peaks give 20 points a second for each voice', async () => {
  const { peaks } = await listeningCopy(legs, 'essai');
  expect(peaks).toMatchObject({ pointsPerSecond: 20, durationMs: seconds * 1000 });
  expect([peaks.caller.length, peaks.prospect.length]).toEqual([240, 240]);
  expect(Math.max(...peaks.caller)).toBeGreaterThan(50);
});

test('the lossless file gives back both legs byte for byte', () => {
  const back = splitLegs(muxLegs({ ...legs, sampleRate: 8000 }));
  expect(Buffer.compare(back.caller, legs.caller) || Buffer.compare(back.prospect, legs.prospect)).toBe(0);
});

test('µ-law survives a round trip: every code decodes and encodes to itself', () => {
  // 0x7f is minus zero: it comes back as plus zero.
  const codes = Uint8Array.from({ length: 256 }, (_, code) => code).filter((code) => code !== 0x7f);
  expect(encodeMulaw(decodeMulaw(codes))).toEqual(codes);
});
