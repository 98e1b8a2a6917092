export { computeIndicator, type Measure, stateOf } from './domain/compute-indicator.ts';
export { consumedVolumes, type ConsumedVolume } from './domain/consumed-volumes.ts';
export { measureHypotheses } from './domain/measure-hypotheses.ts';
export { type CountedAppointment, type MissionFigures, totalsOf } from './domain/mission-figures.ts';
export type { ReportFrozen } from './domain/report-frozen.ts';
export { type MissionReading, readMission, type ReportSnapshot } from './domain/report-snapshot.ts';
