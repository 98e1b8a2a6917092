import { parentPort, workerData } from 'node:worker_threads';
import { readInspection } from './inspect.ts';

parentPort!.postMessage(await readInspection(workerData as Uint8Array));
