export { listeningCopy } from './listening-copy.ts';
export type { Peaks } from './peaks.ts';
export { type RecordingFile, type RecordingVault, recordingVault, type StoredFile } from './vault.ts';
export { muxLegs, splitLegs } from './wav.ts';
