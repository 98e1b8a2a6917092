export { frictionOrigins, frictionRisks, frictionStates } from './domain/friction.ts';
export type { FrictionOrigin, FrictionRisk, FrictionState } from './domain/friction.ts';
