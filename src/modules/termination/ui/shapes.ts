import type { Answer } from '../../../web/api/client.ts';

export type Life = Answer<'get', '/missions/{id}/life'>;
export type Account = Life['ifEndedNow'];
export type Procedure = Life['resiliations'][number];
export type Letter = Life['notices'][number];
export type Closing = NonNullable<Life['handover']>;

/** What every command of this page reads again. */
export const refreshed = (missionId: string) => [['missions', missionId], ['missions'], ['deadlines'], ['dossiers']];
