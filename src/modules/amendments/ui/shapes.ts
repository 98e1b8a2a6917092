import type { Answer } from '../../../web/api/client.ts';

export type ContractLife = Answer<'get', '/missions/{id}/amendments'>;
export type AmendmentLine = ContractLife['amendments'][number];
export type ChangeRequestLine = ContractLife['requests'][number];
export type AmendmentDetail = Answer<'get', '/amendments/{id}'>;
export type DraftClauses = NonNullable<AmendmentDetail['clauses']>;
