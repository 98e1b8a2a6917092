import { encodeMulaw } from './audio/g711.ts';
import { murmur, type Sound } from './audio/voice.ts';
import { openPeer, pace } from './peer.ts';
import type { SessionDescription } from './port.ts';

/**
 * A caller without a browser: makes an offer, talks, listens. The demonstration and the tests place real calls with it.
 * `speed` must be the line's own.
 */
export const headlessCaller = async ({ speed = 1, sound = murmur(7, 200) }: { speed?: number; sound?: Sound } = {}) => {
  const { peer, track, send } = openPeer();
  peer.addTransceiver(track, { direction: 'sendrecv' });
  await peer.setLocalDescription(await peer.createOffer());
  let heardPackets = 0;
  peer.onTrack.subscribe((heard) => heard.onReceiveRtp.subscribe(() => (heardPackets += 1)));
  let stopTalking = () => {};
  return {
    offer: { type: 'offer', sdp: peer.localDescription!.sdp } satisfies SessionDescription,
    accept: async (answer: SessionDescription): Promise<void> => {
      peer.connectionStateChange.subscribe((state) => {
        if (state === 'connected') stopTalking = pace(speed, () => send(encodeMulaw(sound())));
      });
      await peer.setRemoteDescription(answer);
    },
    heardPackets: () => heardPackets,
    leave: async (): Promise<void> => {
      stopTalking();
      await peer.close();
    },
  };
};
