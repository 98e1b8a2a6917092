export type { Framework, FrameworkDraft, FrameworkFact, FrameworkStatus, FrozenFramework } from './domain/framework.ts';
export { checkFramework } from './domain/check-framework.ts';
export type { FrameworkFinding } from './domain/check-framework.ts';
export { refusals as frameworkRefusals } from './refusals.ts';
export { frameworkLayer, orderStart } from './domain/order-start.ts';
export { noticeBy } from './domain/renew-framework.ts';
