import { sql } from 'kysely';
import { defineSweep } from '../../../platform/jobs/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { amendmentName } from '../../contracts/index.ts';
import { termsInForce } from '../../contracts/queries.ts';
import { followPeriod } from '../../missions/queries.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { clientById, organisation } from '../../parties/queries.ts';
import { lockAmendment, updateAmendment } from '../db/amendments.store.ts';
import type { AmendmentId } from '../domain/amendment.ts';
import { changesInWords, momentWords } from '../documents/changes-in-words.ts';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The engines read the clock and need nothing; people are told when an amendment begins to rule, and open screens read again. */
export const announceEffectSweep = defineSweep('announce-amendments-in-force', async (system, now) => {
  const due = await system.asSystem(async (tx) => {
    const { rows } = await sql<{ tenant_id: TenantId; id: AmendmentId }>`
      select tenant_id, id from amendments where status = 'signed' and announced_at is null and rules_from <= ${now} order by rules_from limit 500`.execute(
      tx.sql,
    );
    return rows;
  });
  for (const { tenant_id, id } of due)
    await system.withTenant(tenant_id, async (tx) => {
      const amendment = await lockAmendment(tx, id);
      if (!amendment?.frozen?.rulesFrom) return;
      await updateAmendment(tx, id, { announced_at: tx.now });
      const inForce = await termsInForce(tx, amendment.missionId);
      if (inForce) await followPeriod(tx, amendment.missionId, inForce.content.terms.period);
      announce(tx, { topic: `mission:${amendment.missionId}` });
      const { frozen } = amendment;
      const { identity: provider } = await organisation(tx);
      const { identity: client } = (await clientById(tx, amendment.clientId))!;
      const title = `${capital(amendmentName(frozen))} en vigueur`;
      for (const to of [client.signatory, provider])
        await sendMail(tx, {
          to: { email: to.email, name: to.name },
          sender: nameOnDocuments(provider),
          subject: `${title} : ${frozen.content.subject}`,
          title,
          paragraphs: [
            `L’${amendmentName(frozen)} (${frozen.number}) au contrat ${frozen.content.amends.number} s’applique depuis ${momentWords(frozen.rulesFrom!)}.`,
            ...changesInWords(frozen.content).map(({ label, to: now_ }) => `${label} : ${now_.join(' ; ') || 'supprimé'}.`),
          ],
          about: { type: 'amendment', id },
        });
    });
});
