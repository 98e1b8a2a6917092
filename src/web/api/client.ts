export { ApiError, errorFrom, request, type FieldProblem, type RequestOptions } from './request.ts';
export type { Answer, ApiPath } from './answer.ts';
export { apiAddress, standAs, type Standing } from './standing.ts';
export { keyOf, useCommand, useLive, useRead } from './hooks.ts';
