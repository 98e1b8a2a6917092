export { ApiError, errorFrom, request, type FieldProblem, type RequestOptions } from './request.ts';
export { apiAddress, standAs, type Standing } from './standing.ts';
export { keyOf, useCommand, useLive, useRead } from './hooks.ts';
