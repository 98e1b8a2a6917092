export type { Standing, SuspensionGround } from './domain/standing.ts';
