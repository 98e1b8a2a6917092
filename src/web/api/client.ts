export { ApiError, errorFrom, request, type FieldProblem, type RequestOptions } from './request.ts';
export { keyOf, useCommand, useLive, useRead } from './hooks.ts';
