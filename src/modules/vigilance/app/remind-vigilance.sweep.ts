import { defineSweep } from '../../../platform/jobs/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import { frenchDate } from '../../../shared/french.ts';
import { type DossierId, newId } from '../../../shared/ids.ts';
import { addDays, civilDateOf } from '../../../shared/time.ts';
import { nameOnDocuments } from '../../parties/index.ts';
import { members, organisation } from '../../parties/queries.ts';
import { keepReminder, tenantsToRemind, vigilanceDocuments } from '../db/vigilance.store.ts';
import { kindWords } from '../domain/kind-words.ts';
import { type DueReminder, remindersDue } from '../domain/reminders.ts';
import type { VigilanceReminded } from '../domain/vigilance-document.ts';

/** A month, then a week before a document lapses, its owners are told once: without it, calls would stop. */
export const remindVigilanceSweep = (publicUrl: string) =>
  defineSweep('remind-vigilance-documents', async (system, now) => {
    const today = civilDateOf(now);
    for (const tenantId of await system.asSystem((tx) => tenantsToRemind(tx, today, addDays(today, 30))))
      await system.withTenant(tenantId, async (tx) => {
        for (const due of remindersDue(await vigilanceDocuments(tx), civilDateOf(tx.now)))
          if (await keepReminder(tx, due)) await tell(tx, due, publicUrl);
      });
  });

const tell = async (tx: Tx, { kind, validThrough, daysLeft }: DueReminder, publicUrl: string): Promise<void> => {
  const { identity } = await organisation(tx);
  const words = kindWords[kind].fr;
  const named = words.charAt(0).toUpperCase() + words.slice(1);
  const owners = (await members(tx)).filter(({ role, state }) => role === 'owner' && state === 'active');
  for (const { email, displayName } of owners)
    await sendMail(tx, {
      to: { email, name: displayName },
      sender: nameOnDocuments(identity),
      subject: `Vigilance\u00a0: un document à renouveler avant le ${frenchDate(validThrough)}`,
      title: 'Un document de vigilance arrive à son terme',
      paragraphs: [
        `${named} vaut jusqu’au ${frenchDate(validThrough)}, dans ${daysLeft} ${daysLeft > 1 ? 'jours' : 'jour'}.`,
        'Passé ce jour, les appels des missions d’au moins 5 000 € hors taxes s’arrêtent jusqu’au dépôt d’un nouveau document (articles L8222-1 et D8222-5 du Code du travail).',
      ],
      action: { label: 'Déposer le nouveau document', url: new URL('/vigilance', publicUrl).toString() },
      about: { type: 'vigilance', id: tx.tenantId },
    });
  await recordFacts<VigilanceReminded>(tx, {
    dossierId: tx.tenantId as string as DossierId,
    stream: { type: 'vigilance', id: newId<string>() },
    facts: [{ type: 'VigilanceReminded', kind, validThrough, daysLeft }],
  });
};
