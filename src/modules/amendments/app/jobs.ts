import { jobNamed } from '../../../platform/jobs/index.ts';
import type { AmendmentId } from '../domain/amendment.ts';

/** Asked for by sending; done by the worker. */
export const renderAmendment = jobNamed<{ amendmentId: AmendmentId }>('render-amendment-pdf');
/** Asked for by the last signature: the whole contract as amended, for reading. */
export const renderConsolidated = jobNamed<{ amendmentId: AmendmentId }>('render-consolidated-pdf');
