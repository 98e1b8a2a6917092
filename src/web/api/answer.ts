import type { paths } from './schema.d.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Prefixed<Path extends string> = `/api/v1${Path}`;
/** A path of the API as its description writes it: '/quotes/{id}'. */
export type ApiPath = keyof paths extends infer Full ? (Full extends Prefixed<infer Path> ? Path : never) : never;

type Operation<M extends Method, Path extends string> =
  Prefixed<Path> extends keyof paths ? (M extends keyof paths[Prefixed<Path>] ? paths[Prefixed<Path>][M] : never) : never;
type Json<Answered> = Answered extends { content: { 'application/json': infer Body } } ? Body : never;
type Responses<M extends Method, Path extends string> = Operation<M, Path> extends { responses: infer All } ? All : never;

/** What the API answers when it says yes: `useRead<Answer<'get', '/quotes/{id}'>>(`/quotes/${id}`)`. A field renamed on the server no longer compiles here. */
export type Answer<M extends Method, Path extends ApiPath> =
  Responses<M, Path> extends infer All
    ? All extends { 200: infer Ok }
      ? Json<Ok>
      : All extends { 201: infer Created }
        ? Json<Created>
        : never
    : never;
