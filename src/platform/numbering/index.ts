export { allocateNumber, type AllocatedNumber } from './allocate-number.ts';
