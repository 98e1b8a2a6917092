export { answer, clientOf, memberOf, no, signerOf, someoneOf } from './answer.ts';
export { buildApp } from './app.ts';
export { checkInput } from './check-input.ts';
export { CivilDateText, idParam, InstantText, InvalidInputBody, RefusalBody, SurpriseBody, usualAnswers } from './schemas.ts';
export { sse } from './sse.ts';
export type { App, Identify, RoutePlugin, Wired } from './types.ts';
export { readUpload, safeName, type Upload } from './uploads.ts';
