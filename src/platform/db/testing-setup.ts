import { prepareTestRun } from './testing.ts';

/** vitest's globalSetup: what it returns runs at the end. */
export default prepareTestRun;
