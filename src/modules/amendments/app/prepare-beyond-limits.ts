import type { Tx } from '../../../platform/db/index.ts';
import { defineSweep } from '../../../platform/jobs/index.ts';
import { frenchNumber, frenchPercent } from '../../../shared/french.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { DraftTerms, TermsVersion } from '../../contracts/index.ts';
import { labelOf } from '../../contracts/index.ts';
import { termsInForce } from '../../contracts/queries.ts';
import type { Mission } from '../../missions/index.ts';
import { missionById, missionsNotClosed } from '../../missions/queries.ts';
import { consumedVolumes, measureHypotheses, totalsOf } from '../../reporting/index.ts';
import { readFigures } from '../../reporting/queries.ts';
import type { AmendmentId } from '../domain/amendment.ts';
import { proposeRevision, proposeVolume, usualExtra, type VolumeUnit } from '../domain/propose-beyond-limits.ts';
import { openDraft } from './draft-amendment.handler.ts';

const unitWords: Record<VolumeUnit, string> = { calls: 'appels', hours: 'heures', appointments: 'rendez-vous' };

/** A draft with so many more units, priced by the contract; null when one was prepared already for the same terms. */
export const prepareVolume = (
  tx: Tx,
  mission: Mission,
  { version, content }: TermsVersion,
  unit: VolumeUnit,
  quantity: number,
  { reason, ref }: { reason: string; ref: { kind: 'volume' | 'request'; id: string } },
): Promise<AmendmentId | null> => {
  const { terms, computation } = proposeVolume(content.terms, { unit, quantity });
  return openDraft(tx, mission, version, {
    subject: `${frenchNumber(quantity)} ${unitWords[unit]} supplémentaires`,
    reason,
    draft: terms as DraftTerms,
    origin: { kind: ref.kind, ref: ref.id, computation },
  });
};

/** Prepares, once for each reason, the amendment that a mission at the edge of its contract will need. The prestataire edits and sends it, or not. */
const prepareFor = async (tx: Tx, mission: Mission): Promise<void> => {
  const version = await termsInForce(tx, mission.id);
  if (!version) return;
  const { terms } = version.content;
  const figures = await readFigures(tx, mission);
  for (const { id, consumed, signed, state } of consumedVolumes(terms, figures, civilDateOf(tx.now))) {
    if (state === 'normal') continue;
    const used = id === 'hours' ? Math.floor(consumed / 60) : consumed;
    const bought = id === 'hours' ? signed / 60 : signed;
    const reason = `Au ${frenchNumber(used)}e sur ${frenchNumber(bought)} ${unitWords[id]}, le volume acheté ${state === 'used_up' ? 'est épuisé' : 'touche à sa fin'}`;
    await prepareVolume(tx, mission, version, id, usualExtra(bought), { reason, ref: { kind: 'volume', id } });
  }
  for (const { id, state, measured, thresholdBp, measure } of measureHypotheses(terms.hypotheses, totalsOf(figures))) {
    if (state !== 'broken' || measured.value === null) continue;
    await openDraft(tx, mission, version.version, {
      subject: 'Révision sur hypothèse démentie',
      reason: `L’hypothèse « ${hypothesisWords[measure]} » (${frenchPercent(thresholdBp)}) est démentie par la mesure : ${frenchPercent(Math.round(measured.value))} (${frenchNumber(measured.numerator)} sur ${frenchNumber(measured.denominator)})`,
      draft: proposeRevision(terms, { id, measuredBp: measured.value }) as DraftTerms,
      origin: {
        kind: 'hypothesis',
        ref: id,
        computation: [
          {
            fr: labelOf('price').fr,
            en: labelOf('price').en,
            formulaFr: null,
            formulaEn: null,
            amountCents: null,
          },
        ],
      },
    });
  }
};

const hypothesisWords = {
  wrong_number_rate: 'taux de faux numéros',
  reachability_rate: 'taux de joignabilité',
  out_of_target_rate: 'taux de fiches hors cible',
} as const;

/** Looks at every running mission: what is about to run out has its amendment ready before the gate closes. */
export const prepareAmendmentsSweep = defineSweep('prepare-amendments', async (system) => {
  for (const { tenantId, id } of await system.asSystem((tx) => missionsNotClosed(tx)))
    await system.withTenant(tenantId, async (tx) => {
      const mission = await missionById(tx, id);
      if (mission) await prepareFor(tx, mission);
    });
});
