import { jobNamed } from '../../../platform/jobs/index.ts';
import type { FrameworkId } from '../../../shared/ids.ts';

/** Asked for by sending; done by the worker (see render-framework.handler.ts). */
export const renderFramework = jobNamed<{ frameworkId: FrameworkId }>('render-framework-pdf');
