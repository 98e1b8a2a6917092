import type { Wired } from './platform/http/index.ts';
import { deliverMailJob, mailRoutes } from './platform/mail/index.ts';
import type { Platform } from './platform/platform.ts';
import { evidenceSource } from './evidence-source.ts';
import { wireAmendments } from './modules/amendments/wire.ts';
import { wireAppointments } from './modules/appointments/wire.ts';
import { wireAudit } from './modules/audit/wire.ts';
import { wireCalls } from './modules/calls/wire.ts';
import { wireClauses } from './modules/clauses/wire.ts';
import { wireDossier } from './modules/dossier/wire.ts';
import { wireFrictions } from './modules/frictions/wire.ts';
import { wireFrameworks } from './modules/frameworks/wire.ts';
import { wireGeneralTerms } from './modules/general-terms/wire.ts';
import { wireInvoicing } from './modules/invoicing/wire.ts';
import { wireMissions } from './modules/missions/wire.ts';
import { wireNegotiation } from './modules/negotiation/wire.ts';
import { wireParties } from './modules/parties/wire.ts';
import { wireProspects } from './modules/prospects/wire.ts';
import { wireQuotes } from './modules/quotes/wire.ts';
import { wireReporting } from './modules/reporting/wire.ts';
import { wireSigning } from './modules/signing/wire.ts';
import { wireTermination } from './modules/termination/wire.ts';
import { wireVigilance } from './modules/vigilance/wire.ts';

/** Every module of the product, wired to the adapters of this process. */
export const wireModules = (platform: Platform): readonly Wired[] => [
  { routes: [mailRoutes(platform)], jobs: [deliverMailJob(platform)] },
  wireParties(platform),
  wireClauses(platform),
  wireGeneralTerms(platform),
  wireFrameworks(platform),
  wireQuotes(platform),
  wireSigning(platform),
  wireNegotiation(platform),
  wireMissions(platform),
  wireProspects(platform),
  wireCalls(platform),
  wireAppointments(platform),
  wireReporting(platform),
  wireInvoicing(platform, evidenceSource),
  wireAmendments(platform),
  wireVigilance(platform),
  wireTermination(platform, evidenceSource),
  wireAudit(platform),
  wireDossier(platform),
  wireFrictions(platform),
];
