import type { Answer } from '../../../web/api/client.ts';

export type ImportDetail = Answer<'get', '/imports/{id}'>;
export type ImportLine = Answer<'get', '/missions/{id}/imports'>['imports'][number];
export type PreviewRow = NonNullable<ImportDetail['preview']>[number];
export type Prospect = Answer<'get', '/missions/{id}/prospects'>['prospects'][number];
export type ProspectPage = Answer<'get', '/missions/{id}/prospects'>;
