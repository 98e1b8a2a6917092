import { HttpTimestampAuthority } from '@libpdf/core';
import type { TimestampAuthority } from './authority.ts';
import { readTimestamp } from './read-timestamp.ts';

/** An RFC 3161 authority over HTTP. The token is checked before it is used: right digest, sound signature. */
export const remoteTimestampAuthority = (url: string, options: { timeoutSeconds?: number } = {}): TimestampAuthority => {
  const http = new HttpTimestampAuthority(url, { timeout: (options.timeoutSeconds ?? 15) * 1000 });
  return {
    kind: 'remote',
    name: url,
    timestamp: async (digest) => {
      const token = await http.timestamp(digest, 'SHA-256');
      const read = await readTimestamp(token, digest);
      if (!read.valid) throw new Error(`The timestamp authority ${url} answered a token that does not hold: ${read.reason}`);
      return token;
    },
  };
};
