import type { Answer } from '../../../web/api/client.ts';

export type Discussed = Answer<'get', '/negotiations/{type}/{id}'>;
export type ItemLine = Discussed['items'][number];
export type TermLine = Discussed['terms'][number];
export type Article = Answer<'get', '/negotiations/{type}/{id}/articles/{clauseId}'>;
export type Compared = Answer<'get', '/negotiations/{type}/{id}/comparison'>;
export type Change = NonNullable<ItemLine['change']>;
export type Subject = { type: string; id: string };

export const addressOf = ({ type, id }: Subject): string => `/negotiations/${type}/${id}`;
