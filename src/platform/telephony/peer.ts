import { MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket } from 'werift';
import { FRAME_SAMPLES } from './audio/voice.ts';

/** One end of a WebRTC call in Node: PCMU only, so that no leg is ever transcoded. */
export const openPeer = () => {
  const peer = new RTCPeerConnection({
    codecs: {
      audio: [new RTCRtpCodecParameters({ mimeType: 'audio/PCMU', clockRate: 8000, channels: 1, payloadType: 0 })],
      video: [],
    },
    iceServers: [],
    iceUseIpv6: false,
    iceUseTcp: false,
    // Browser and server are often the same machine, and werift leaves the loopback out by itself.
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });
  const track = new MediaStreamTrack({ kind: 'audio' });
  return { peer, track, send: rtpSender(track) };
};

/** Writes 20 ms of µ-law on the track, numbering packets and time. */
const rtpSender = (track: MediaStreamTrack) => {
  let sequenceNumber = 0;
  let timestamp = 0;
  return (payload: Uint8Array): number => {
    const stamped = timestamp;
    const header = new RtpHeader({ payloadType: 0, sequenceNumber, timestamp, ssrc: track.ssrc ?? 1 });
    track.writeRtp(new RtpPacket(header, Buffer.from(payload)));
    sequenceNumber = (sequenceNumber + 1) & 0xffff;
    timestamp = (timestamp + FRAME_SAMPLES) >>> 0;
    return stamped;
  };
};

/**
 * Calls `frame` once per 20 ms of media, catching up when the machine was late. `speed` 10 plays ten seconds in one: only
 * simulations use it.
 */
export const pace = (speed: number, frame: () => void): (() => void) => {
  const startedAt = performance.now();
  let done = 0;
  const timer = setInterval(
    () => {
      const due = Math.floor(((performance.now() - startedAt) * speed) / 20);
      for (; done < due; done += 1) frame();
    },
    20 / Math.min(speed, 4),
  );
  return () => clearInterval(timer);
};
