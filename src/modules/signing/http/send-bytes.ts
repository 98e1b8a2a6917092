import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sends a kept file, whole or the part asked for (RFC 9110 §14: one range, which is what readers of PDF and audio ask). */
export const sendBytes = (
  request: FastifyRequest,
  reply: FastifyReply,
  file: { bytes: Uint8Array; name: string; mediaType: string; sha256: string },
) => {
  const { bytes } = file;
  void reply
    .type(file.mediaType)
    .header('accept-ranges', 'bytes')
    .header('etag', `"${file.sha256}"`)
    .header('cache-control', 'private, no-cache')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return reply.send(Buffer.from(bytes));
  const start = asked[1] === '' ? Math.max(0, bytes.length - Number(asked[2])) : Number(asked[1]);
  const end = asked[1] === '' || asked[2] === '' ? bytes.length - 1 : Math.min(Number(asked[2]), bytes.length - 1);
  if (start > end) return reply.status(416).header('content-range', `bytes */${bytes.length}`).send();
  return reply
    .status(206)
    .header('content-range', `bytes ${start}-${end}/${bytes.length}`)
    .send(Buffer.from(bytes.subarray(start, end + 1)));
};
