import { request } from '../../../web/api/client.ts';

export type BrowserCall = { hasMicrophone: boolean; setMuted: (muted: boolean) => void; close: () => void };

/** Connects this browser's sound to a call that the gate allowed: our own address only, no telephone credential here. */
export const connectBrowser = async (
  attemptId: string,
  audio: HTMLAudioElement,
  scenario: string | undefined,
): Promise<BrowserCall> => {
  const { stream, hasMicrophone, stopSilence } = await microphone();
  const peer = new RTCPeerConnection();
  const close = () => {
    peer.close();
    stream.getTracks().forEach((track) => track.stop());
    stopSilence();
    audio.srcObject = null;
  };
  try {
    stream.getTracks().forEach((track) => peer.addTrack(track, stream));
    peer.ontrack = ({ streams, track }) => {
      audio.srcObject = streams[0] ?? new MediaStream([track]);
      // Some browsers wait for a click; the call was one.
      void audio.play().catch(() => undefined);
    };
    await peer.setLocalDescription(await peer.createOffer());
    await gathered(peer);
    const { sdp } = await request<{ sdp: string }>('POST', `/attempts/${attemptId}/offer`, {
      sdp: peer.localDescription!.sdp,
      ...(scenario ? { scenario } : {}),
    });
    await peer.setRemoteDescription({ type: 'answer', sdp });
    return { hasMicrophone, setMuted: (muted) => stream.getAudioTracks().forEach((track) => (track.enabled = !muted)), close };
  } catch (error) {
    close();
    throw error;
  }
};

/** The caller's voice, or silence when the microphone is refused or missing: the call still takes place and says so. */
const microphone = async (): Promise<{ stream: MediaStream; hasMicrophone: boolean; stopSilence: () => void }> => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
    return { stream, hasMicrophone: true, stopSilence: () => {} };
  } catch {
    const context = new AudioContext();
    return {
      stream: context.createMediaStreamDestination().stream,
      hasMicrophone: false,
      stopSilence: () => void context.close(),
    };
  }
};

/** Local addresses come at once; one second is enough where a name server is asked. */
const gathered = (peer: RTCPeerConnection): Promise<void> =>
  new Promise((resolve) => {
    if (peer.iceGatheringState === 'complete') return resolve();
    const timer = setTimeout(resolve, 1000);
    peer.onicegatheringstatechange = () => {
      if (peer.iceGatheringState !== 'complete') return;
      clearTimeout(timer);
      resolve();
    };
  });
