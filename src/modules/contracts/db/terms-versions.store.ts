import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { DossierId, MissionId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { ContractContent, type TermsVersion, versionInForce } from '../domain/contract-content.ts';
import type { ContractsTables } from './tables.ts';

/** The text that is hashed, attached to the PDF and signed: canonical JSON, RFC 8785. */
export const canonicalContent = (content: object): { json: string; sha256: string } => {
  const json = canonicalize(content)!;
  return { json, sha256: createHash('sha256').update(json).digest('hex') };
};

/** Puts signed terms in force for a mission from an instant on, as its next version. */
export const enactTerms = async (
  tx: Tx,
  {
    missionId,
    dossierId,
    content,
    effectiveAt,
  }: { missionId: MissionId; dossierId: DossierId; content: ContractContent; effectiveAt: Instant },
): Promise<{ version: number; sha256: string }> => {
  const { json, sha256 } = canonicalContent(content);
  const version = (await versionHeads(tx, missionId)).length + 1;
  await tables<ContractsTables>(tx)
    .insertInto('terms_versions')
    .values({
      tenant_id: tx.tenantId,
      mission_id: missionId,
      version,
      dossier_id: dossierId,
      effective_at: effectiveAt,
      content: json,
      sha256,
    })
    .execute();
  return { version, sha256 };
};

/** The one door to the rules of a mission: the signed terms that rule at a moment, or nothing when none rule yet. */
export const termsInForce = async (tx: Tx, missionId: MissionId, at: Instant = tx.now): Promise<TermsVersion | undefined> => {
  const heads = await versionHeads(tx, missionId);
  const head = versionInForce(heads as unknown as TermsVersion[], at);
  return head && { ...head, content: await contentOf(tx, missionId, head) };
};

/** Every version signed for a mission, oldest first. */
export const termsVersions = async (tx: Tx, missionId: MissionId): Promise<TermsVersion[]> => {
  const heads = await versionHeads(tx, missionId);
  return Promise.all(heads.map(async (head) => ({ ...head, content: await contentOf(tx, missionId, head) })));
};

type VersionHead = Omit<TermsVersion, 'content'>;

const versionHeads = async (tx: Tx, missionId: MissionId): Promise<VersionHead[]> =>
  tables<ContractsTables>(tx)
    .selectFrom('terms_versions')
    .select(['version', 'effective_at as effectiveAt', 'sha256'])
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', missionId)
    .orderBy('version')
    .execute();

// Signed content never changes and is named by its hash, so a process may keep what it has parsed. Row security already let the reader in.
const parsed = new Map<string, ContractContent>();
const parsedLimit = 500;

const contentOf = async (tx: Tx, missionId: MissionId, { version, sha256 }: VersionHead): Promise<ContractContent> => {
  const known = parsed.get(sha256);
  if (known) return known;
  const row = await tables<ContractsTables>(tx)
    .selectFrom('terms_versions')
    .select('content')
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', missionId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const content = ContractContent.parse(row.content);
  if (parsed.size >= parsedLimit) parsed.delete(parsed.keys().next().value!);
  parsed.set(sha256, content);
  return content;
};
