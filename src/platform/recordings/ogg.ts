/** A small Ogg writer for one Opus stream (RFC 3533, RFC 7845). */
const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});
const crcOf = (bytes: Uint8Array): number => {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ crcTable[((crc >>> 24) ^ byte) & 0xff]!) >>> 0;
  return crc;
};

type Page = { packets: Uint8Array[]; granule: number; first?: boolean; last?: boolean };

/** `preSkip` and every duration are in samples at 48 kHz, Opus's own clock. */
export const oggOpus = (stream: {
  packets: Uint8Array[];
  samplesPerPacket: number;
  totalSamples: number;
  preSkip: number;
  channels: number;
  inputRate: number;
  serial: number;
  title: string;
}): Buffer => {
  let sequence = 0;
  const page = ({ packets, granule, first = false, last = false }: Page): Buffer => {
    const lacing = packets.flatMap(({ length }) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255]);
    const header = Buffer.alloc(27 + lacing.length);
    header.write('OggS', 0);
    header[5] = (first ? 2 : 0) | (last ? 4 : 0);
    header.writeBigUInt64LE(BigInt(granule), 6);
    header.writeUInt32LE(stream.serial >>> 0, 14);
    header.writeUInt32LE(sequence++, 18);
    header[26] = lacing.length;
    header.set(lacing, 27);
    const whole = Buffer.concat([header, ...packets]);
    whole.writeUInt32LE(crcOf(whole), 22);
    return whole;
  };

  const pages = [
    page({ packets: [opusHead(stream)], granule: 0, first: true }),
    page({ packets: [opusTags(stream.title)], granule: 0 }),
  ];
  // About one second a page: a player can seek, and a lost page costs little.
  const perPage = Math.max(1, Math.min(Math.floor(48_000 / stream.samplesPerPacket), 50));
  for (let from = 0; from < stream.packets.length; from += perPage) {
    const packets = stream.packets.slice(from, from + perPage);
    const last = from + perPage >= stream.packets.length;
    // The last granule says where the sound really stops, so that the padding of the last packet is not played.
    const granule = last ? stream.preSkip + stream.totalSamples : (from + packets.length) * stream.samplesPerPacket;
    pages.push(page({ packets, granule, last }));
  }
  return Buffer.concat(pages);
};

const opusHead = ({ channels, preSkip, inputRate }: { channels: number; preSkip: number; inputRate: number }): Buffer => {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0);
  head[8] = 1;
  head[9] = channels;
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(inputRate, 12);
  return head;
};

const opusTags = (title: string): Buffer => {
  const text = (value: string) => {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const count = Buffer.alloc(4);
  count.writeUInt32LE(1);
  return Buffer.concat([Buffer.from('OpusTags'), text('Cadran'), count, text(`TITLE=${title}`)]);
};
