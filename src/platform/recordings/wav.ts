/** Two µ-law legs as one WAV (format 7), caller left, prospect right: the bytes heard, nothing computed, playable anywhere. */
export const muxLegs = ({
  caller,
  prospect,
  sampleRate,
}: {
  caller: Uint8Array;
  prospect: Uint8Array;
  sampleRate: number;
}): Buffer => {
  const samples = Math.max(caller.length, prospect.length);
  const wav = Buffer.alloc(headerBytes + samples * 2, 0xff);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(18, 16);
  wav.writeUInt16LE(7, 20);
  wav.writeUInt16LE(2, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(8, 34);
  wav.writeUInt16LE(0, 36);
  wav.write('fact', 38);
  wav.writeUInt32LE(4, 42);
  wav.writeUInt32LE(samples, 46);
  wav.write('data', 50);
  wav.writeUInt32LE(samples * 2, 54);
  for (let i = 0; i < samples; i += 1) {
    wav[headerBytes + 2 * i] = caller[i] ?? 0xff;
    wav[headerBytes + 2 * i + 1] = prospect[i] ?? 0xff;
  }
  return wav;
};

const headerBytes = 58;

export const splitLegs = (wav: Uint8Array): { caller: Uint8Array; prospect: Uint8Array } => {
  const interleaved = wav.subarray(headerBytes);
  const leg = (offset: number) => Uint8Array.from({ length: interleaved.length / 2 }, (_, i) => interleaved[2 * i + offset]!);
  return { caller: leg(0), prospect: leg(1) };
};
