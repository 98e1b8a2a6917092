import { createRequire } from 'node:module';
import { decodeMulaw } from '../telephony/audio/g711.ts';
import { oggOpus } from './ogg.ts';
import { type Peaks, peaksOf } from './peaks.ts';

// opusscript has no ES export; its wasm is read from disk when it is first asked for.
const OpusScript = createRequire(import.meta.url)('opusscript') as typeof import('opusscript');

const sampleRate = 8000;
/** 60 ms packets: the least overhead that Opus allows. */
const frameSamples = 480;
/** Never 16 000: libopus then folds the two voices into one (docs/decisions, listening copy). */
const bitsPerSecond = 24_000;
const preSkip = 312;

/**
 * The file people listen to: Ogg Opus, stereo, caller left and prospect right, with the peaks to draw it. Encoding yields
 * now and then so that a long call never holds up the server.
 */
export const listeningCopy = (legs: Legs, title: string): Promise<{ ogg: Buffer; peaks: Peaks }> => {
  // One encoder at a time: two would share, and spoil, the same wasm memory.
  const copy = lastCopy.then(() => encode(legs, title));
  lastCopy = copy.catch(() => undefined);
  return copy;
};

type Legs = { caller: Uint8Array; prospect: Uint8Array };
let lastCopy: Promise<unknown> = Promise.resolve();

const encode = async (legs: Legs, title: string): Promise<{ ogg: Buffer; peaks: Peaks }> => {
  const caller = decodeMulaw(legs.caller);
  const prospect = decodeMulaw(legs.prospect);
  const encoder = new OpusScript(sampleRate, 2, OpusScript.Application.VOIP);
  try {
    encoder.setBitrate(bitsPerSecond);
    const packets: Buffer[] = [];
    // One packet more than the sound fills, so that what the encoder still holds comes out.
    for (let from = 0; from < caller.length + frameSamples; from += frameSamples) {
      packets.push(encoder.encode(interleaved(caller, prospect, from), frameSamples));
      if (packets.length % 20 === 0) await new Promise((resume) => setImmediate(resume));
    }
    const ogg = oggOpus({
      packets,
      samplesPerPacket: frameSamples * 6,
      totalSamples: caller.length * 6,
      preSkip,
      channels: 2,
      inputRate: sampleRate,
      serial: caller.length,
      title,
    });
    return { ogg, peaks: peaksOf({ caller, prospect }, sampleRate) };
  } finally {
    encoder.delete();
  }
};

const interleaved = (left: Int16Array, right: Int16Array, from: number): Buffer => {
  const frame = Buffer.alloc(frameSamples * 4);
  for (let i = 0; i < frameSamples; i += 1) {
    frame.writeInt16LE(left[from + i] ?? 0, 4 * i);
    frame.writeInt16LE(right[from + i] ?? 0, 4 * i + 2);
  }
  return frame;
};
