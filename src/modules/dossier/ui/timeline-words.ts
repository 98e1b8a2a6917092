import type { CivilDate } from '../../../shared/time.ts';
import { agreementForms, type AgreementForm, formOfNumber } from '../../contracts/index.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Formats } from '../../../web/i18n/index.ts';
import type { timelineMessages } from './timeline-messages.ts';

export type FactKey = keyof typeof timelineMessages.fr;
type Values = Record<string, string | number>;
export type FactWords = {
  key: FactKey;
  values?: Values;
  tone?: 'good' | 'caution' | 'bad';
  detail?: string;
  said?: string;
  /** A second of the call. */ momentSeconds?: number;
};
export type FactRead = { type: string; body: Record<string, unknown> };

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
// What somebody wrote is quoted in the reader's language; a hash is not.
const quoted = (value: unknown): { said: string } | undefined => (text(value) ? { said: text(value) } : undefined);
const told = (key: FactKey, values?: Values, more: Omit<FactWords, 'key' | 'values'> = {}): FactWords => ({
  key,
  ...(values ? { values } : {}),
  ...more,
});
const detailed = (detail: string | { said: string } | undefined) =>
  detail === undefined ? {} : typeof detail === 'string' ? { detail } : detail;

type Teller = (body: Record<string, unknown>, format: Formats) => FactWords;
const plain =
  (key: FactKey, tone?: FactWords['tone']): Teller =>
  () =>
    told(key, undefined, tone ? { tone } : {});
const numbered =
  (key: FactKey, tone?: FactWords['tone']): Teller =>
  ({ number, reason }) =>
    told(key, { number: text(number) }, { ...(tone ? { tone } : {}), ...detailed(quoted(reason)) });
/** Where on the document: « l’article 8.1, Délai de règlement ». */
const placeOf = ({ article, label }: Record<string, unknown>): string =>
  article ? `art.\u00a0${text(article)}, ${text(label)}` : text(label);
/** What either side said on a document before it is signed. */
const discussed =
  (key: 'CommentMade' | 'ChangeProposed' | 'ChangeAccepted' | 'ChangeDeclined', tone?: FactWords['tone']): Teller =>
  (body) =>
    told(
      `${key}_${body['by'] === 'client' ? 'client' : 'provider'}`,
      { place: placeOf(body) },
      {
        ...(tone ? { tone } : {}),
        ...detailed(quoted(body['reason'] ?? body['text'])),
      },
    );
/** An agreement is called by its form, which its number says. */
const agreed =
  (key: FactKey, tone?: FactWords['tone']): Teller =>
  ({ number, reason }) =>
    told(
      key,
      { number: text(number), series: agreementForms[formOfNumber(text(number))].series },
      { ...(tone ? { tone } : {}), ...detailed(quoted(reason)) },
    );
const reasoned =
  (key: FactKey, tone?: FactWords['tone']): Teller =>
  ({ reason }) =>
    told(key, undefined, { ...(tone ? { tone } : {}), ...detailed(quoted(reason)) });

const acceptedKey = {
  client: 'AppointmentAccepted',
  silence: 'AppointmentAcceptedBySilence',
  ruling: 'AppointmentAcceptedByRuling',
} as const;
const rulesOf = (rules: unknown) => (Array.isArray(rules) ? (rules as { source?: string | null }[]) : []);

/** A sent document was replaced by its next revision; signatures already given are named, since they no longer count. */
const revised: Teller = ({ number, revision, voids }) => {
  const names = (Array.isArray(voids) ? (voids as { name: string }[]) : []).map(({ name }) => name).join(', ');
  const values = { number: text(number), revision: text(revision) };
  return names ? told('QuoteRevisedVoiding', { ...values, names }, { tone: 'caution' }) : told('QuoteRevised', values);
};

/** How each type of fact is told. A test reads every type that the code records and finds it here. */
export const tellers: Record<string, Teller> = {
  QuoteDrafted: ({ title, form }) =>
    told('QuoteDrafted', { title: text(title), series: agreementForms[(form ?? 'devis') as AgreementForm].series }),
  QuoteSent: agreed('QuoteSent'),
  QuoteRevised: revised,
  CommentMade: discussed('CommentMade'),
  ChangeProposed: discussed('ChangeProposed'),
  ChangeAccepted: discussed('ChangeAccepted', 'good'),
  ChangeDeclined: discussed('ChangeDeclined', 'caution'),
  ChangeWithdrawn: (body) => told('ChangeWithdrawn', { place: placeOf(body) }),
  ChangeReopened: (body) => told('ChangeReopened', { place: placeOf(body) }, { tone: 'caution' }),
  QuoteSigned: agreed('QuoteSigned', 'good'),
  QuoteRefused: agreed('QuoteRefused', 'bad'),
  QuoteExpired: agreed('QuoteExpired', 'caution'),
  QuoteWithdrawn: agreed('QuoteWithdrawn', 'caution'),
  AmendmentDrafted: ({ subject, origin }) =>
    told(origin === 'manual' ? 'AmendmentDrafted' : 'AmendmentPrepared', undefined, detailed(quoted(subject))),
  AmendmentSent: ({ number, rank, differenceCents }, format) =>
    told('AmendmentSent', {
      number: text(number),
      rank: text(rank),
      money: `${Number(differenceCents) > 0 ? '+' : ''}${format.money(Number(differenceCents ?? 0))}`,
    }),
  AmendmentSigned: ({ number, rank }) => told('AmendmentSigned', { number: text(number), rank: text(rank) }, { tone: 'good' }),
  AmendmentRefused: numbered('AmendmentRefused', 'bad'),
  AmendmentExpired: numbered('AmendmentExpired', 'caution'),
  AmendmentWithdrawn: numbered('AmendmentWithdrawn', 'caution'),
  AmendmentOvertaken: ({ number, by }) => told('AmendmentOvertaken', { number: text(number), by: text(by) }, { tone: 'caution' }),
  TermsAmended: ({ rank, version, effectiveAt }, format) =>
    told('TermsAmended', {
      rank: text(rank),
      version: text(version),
      moment: format.moment(text(effectiveAt) as Instant),
    }),
  ChangeRequested: ({ side, description, replyBy }, format) =>
    told(
      side === 'client' ? 'ChangeRequestedByClient' : 'ChangeRequestedByProvider',
      { moment: format.moment(text(replyBy) as Instant) },
      detailed(quoted(description)),
    ),
  ChangeAnswered: ({ answer, inTime, text: words }) =>
    told(`ChangeAnswered_${answer as 'amendment' | 'included' | 'refused'}`, undefined, {
      tone: inTime === false ? 'caution' : answer === 'refused' ? 'bad' : 'good',
      ...detailed(quoted(words)),
    }),
  ChangeReplyOverdue: ({ replyBy }, format) =>
    told('ChangeReplyOverdue', { moment: format.moment(text(replyBy) as Instant) }, { tone: 'bad' }),
  FrameworkDrafted: ({ title }) => told('FrameworkDrafted', { title: text(title) }),
  FrameworkSent: numbered('FrameworkSent'),
  FrameworkRevised: revised,
  FrameworkSigned: numbered('FrameworkSigned', 'good'),
  FrameworkRefused: numbered('FrameworkRefused', 'bad'),
  FrameworkExpired: numbered('FrameworkExpired', 'caution'),
  FrameworkWithdrawn: numbered('FrameworkWithdrawn', 'caution'),
  FrameworkRenewalStopped: numbered('FrameworkRenewalStopped', 'caution'),
  FrameworkRenewed: ({ number, endsOn }, format) =>
    told('FrameworkRenewed', { number: text(number), day: format.day(text(endsOn)) }, { tone: 'good' }),
  FrameworkEnded: numbered('FrameworkEnded'),
  GeneralTermsPublished: ({ edition, note }) =>
    told('GeneralTermsPublished', { edition: text(edition) }, { ...detailed(quoted(note)) }),
  SignatureRequested: ({ signatories }) =>
    told('SignatureRequested', {
      names: (Array.isArray(signatories) ? (signatories as { name: string }[]) : []).map(({ name }) => name).join(', '),
    }),
  SignatureDocumentAttached: plain('SignatureDocumentAttached'),
  ConsentGiven: plain('ConsentGiven'),
  ClauseInitialled: ({ name, article }) => told('ClauseInitialled', { name: text(name), article: text(article) }),
  SignatureDelegated: ({ from, to, reason }) =>
    told('SignatureDelegated', { from: text(from), to: text(to) }, { tone: 'caution', ...detailed(quoted(reason)) }),
  DelegationRefused: ({ from, to, reason }) =>
    told('DelegationRefused', { from: text(from), to: text(to) }, { tone: 'caution', ...detailed(quoted(reason)) }),
  SignatureExtended: ({ validUntil }, format) => told('SignatureExtended', { day: format.day(text(validUntil) as CivilDate) }),
  DocumentSigned: ({ name }) => told('DocumentSigned', { name: text(name) }, { tone: 'good' }),
  AgreementSigned: ({ level }) =>
    told(level === 'paper' ? 'AgreementSignedPaper' : 'AgreementSigned', undefined, { tone: 'good' }),
  SignatureRefused: ({ by, reason }) => told('SignatureRefused', { by: text(by) }, { tone: 'bad', ...detailed(quoted(reason)) }),
  SignatureWithdrawn: ({ replaced, reason }) =>
    told(replaced === true ? 'SignatureReplaced' : 'SignatureWithdrawn', undefined, {
      tone: 'caution',
      ...detailed(quoted(reason)),
    }),
  MissionOpened: ({ name }) => told('MissionOpened', { name: text(name) }, { tone: 'good' }),
  MissionPaused: reasoned('MissionPaused', 'caution'),
  MissionResumed: plain('MissionResumed', 'good'),
  MissionClosed: reasoned('MissionClosed'),
  MiseEnDemeureSent: ({ by, article }) =>
    told(`MiseEnDemeureSent_${by as 'provider' | 'client'}`, { article: text(article) }, { tone: 'bad' }),
  NoticeServed: ({ how, servedOn }, format) =>
    told(`NoticeServed_${how as 'read' | 'registered'}`, { day: format.day(text(servedOn)) }),
  BreachCured: reasoned('BreachCured', 'good'),
  BreachNotCured: reasoned('BreachNotCured', 'bad'),
  ResiliationNotified: ({ by }) => told(`ResiliationNotified_${by as 'provider' | 'client'}`, undefined, { tone: 'bad' }),
  ResiliationWithdrawn: reasoned('ResiliationWithdrawn', 'good'),
  ResiliationTookEffect: plain('ResiliationTookEffect', 'bad'),
  ExecutionSuspended: reasoned('ExecutionSuspended', 'caution'),
  ExecutionResumed: ({ days }) => told('ExecutionResumed', { count: Number(days ?? 0) }, { tone: 'good' }),
  HandoverOpened: ({ dueOn }, format) => told('HandoverOpened', { day: format.day(text(dueOn)) }),
  HandoverItemDelivered: ({ label }) => told('HandoverItemDelivered', { label: text(label) }, { tone: 'good' }),
  DestructionOrdered: ({ label, orderedBy }) => told('DestructionOrdered', { label: text(label), name: text(orderedBy) }),
  HandoverItemDestroyed: ({ label }) => told('HandoverItemDestroyed', { label: text(label) }, { tone: 'caution' }),
  HandoverAttested: plain('HandoverAttested', 'good'),
  DeadlineAlarmSent: ({ label, dueOn }, format) =>
    told('DeadlineAlarmSent', { label: text(label), day: format.day(text(dueOn)) }),
  VigilanceDocumentDeposited: ({ kind, validThrough }, format) =>
    told(`VigilanceDocumentDeposited_${kind as 'urssaf' | 'registration' | 'foreign_workers'}`, {
      day: format.day(text(validThrough)),
    }),
  VigilanceDocumentChecked: ({ verdict, checkedBy }) =>
    told(
      verdict === 'authentic' ? 'VigilanceDocumentChecked' : 'VigilanceDocumentDoubted',
      { name: text(checkedBy) },
      { tone: verdict === 'authentic' ? 'good' : 'bad' },
    ),
  VigilanceReminded: ({ daysLeft }) => told('VigilanceReminded', { count: Number(daysLeft ?? 0) }),
  CallerAdmitted: ({ displayName }) => told('CallerAdmitted', { name: text(displayName) }),
  ScriptVersioned: ({ version }) => told('ScriptVersioned', { version: text(version) }),
  ScriptApproved: ({ version, evidence }) =>
    told(evidence === 'declared' ? 'ScriptApprovedDeclared' : 'ScriptApproved', { version: text(version) }, { tone: 'good' }),
  ProspectsImported: ({ fileName, counts }) => told('ProspectsImported', { file: text(fileName), count: importedCount(counts) }),
  ProspectsImportUndone: ({ removed }) => told('ProspectsImportUndone', { count: Number(removed ?? 0) }),
  ProspectSuppressed: reasoned('ProspectSuppressed', 'caution'),
  SuppressionListRecorded: ({ numbers }) => told('SuppressionListRecorded', { count: Number(numbers ?? 0) }, { tone: 'caution' }),
  DialAllowed: plain('DialAllowed'),
  DialRefused: ({ rules }) => {
    const article = rulesOf(rules)
      .map(({ source }) => source)
      .find(Boolean);
    return article
      ? told('DialRefusedArticle', { article }, { tone: 'caution' })
      : told('DialRefused', undefined, { tone: 'caution' });
  },
  CallEnded: ({ talkMs }, format) =>
    Number(talkMs) > 0 ? told('CallEnded', { talk: format.duration(Number(talkMs) / 1000) }) : told('CallEndedSilent'),
  OutcomeRecorded: ({ code }) => told('OutcomeRecorded', { code: text(code) }),
  CalleeObjected: plain('CalleeObjected', 'caution'),
  ProductionStopped: ({ minutes }, format) => told('ProductionStopped', { duration: format.duration(Number(minutes ?? 0) * 60) }),
  RecordingSealed: ({ durationMs, sha256 }, format) =>
    told('RecordingSealed', { duration: format.duration(Number(durationMs ?? 0) / 1000) }, detailed(hashOf(sha256))),
  ListeningCopyMade: plain('ListeningCopyMade'),
  RecordingListened: plain('RecordingListened'),
  RecordingPurged: plain('RecordingPurged', 'caution'),
  AppointmentBooked: ({ ref, reviewBy }, format) =>
    told('AppointmentBooked', { ref: text(ref), moment: format.moment(text(reviewBy)) }),
  AppointmentAccepted: ({ ref, by, priceCents, acceptedAt }, format) =>
    told(
      acceptedKey[by as keyof typeof acceptedKey] ?? 'AppointmentAccepted',
      {
        ref: text(ref),
        amount: format.money(Number(priceCents ?? 0)),
        ...(by === 'silence' ? { moment: format.moment(text(acceptedAt)) } : {}),
      },
      { tone: 'good' },
    ),
  AppointmentRefused: ({ ref, by, text: words, momentSeconds }) =>
    told(
      by === 'silence' ? 'AppointmentRefusedBySilence' : 'AppointmentRefused',
      { ref: text(ref) },
      { tone: 'bad', ...detailed(quoted(words)), ...momentOf(momentSeconds) },
    ),
  AppointmentContested: ({ ref, text: words, momentSeconds }) =>
    told('AppointmentContested', { ref: text(ref) }, { tone: 'caution', ...detailed(quoted(words)), ...momentOf(momentSeconds) }),
  AppointmentRuled: ({ ref, for: winner, text: words }) =>
    told(
      winner === 'caller' ? 'AppointmentRuledCaller' : 'AppointmentRuledClient',
      { ref: text(ref) },
      { ...detailed(quoted(words)) },
    ),
  MeetingReported: ({ ref, outcome }) =>
    told(
      `MeetingReported_${outcome as 'held' | 'no_show' | 'postponed' | 'client_absent'}`,
      { ref: text(ref) },
      { ...(outcome === 'held' ? { tone: 'good' as const } : {}) },
    ),
  ReportFrozen: ({ kind, from, to }, format) =>
    kind === 'final'
      ? told('ReportFrozenFinal')
      : told('ReportFrozen', { from: format.day(text(from)), to: format.day(text(to)) }),
  InvoiceIssued: ({ number, payableCents }, format) =>
    told('InvoiceIssued', { number: text(number), amount: format.money(Number(payableCents ?? 0)) }, { tone: 'good' }),
  CreditNoteIssued: ({ number, creditsNumber, reason }) =>
    told(
      'CreditNoteIssued',
      { number: text(number), credits: text(creditsNumber) },
      { tone: 'caution', ...detailed(quoted(reason)) },
    ),
  DossierOpened: plain('DossierOpened'),
  ClientAdded: plain('ClientAdded'),
  ClientEdited: plain('ClientEdited'),
  DocumentFrozen: ({ title, sha256 }) => told('DocumentFrozen', { title: text(title) }, detailed(hashOf(sha256))),
  BundleExported: ({ sha256 }) => told('BundleExported', undefined, detailed(hashOf(sha256))),
  PortalLinkSent: ({ name }) => told('PortalLinkSent', { name: text(name) }),
  OrganisationRegistered: plain('OrganisationRegistered'),
  OrganisationEdited: plain('OrganisationEdited'),
  MemberInvited: plain('MemberInvited'),
  MemberJoined: plain('MemberJoined'),
  MemberRemoved: plain('MemberRemoved'),
  MemberRoleChanged: plain('MemberRoleChanged'),
  ClausePublished: ({ title, version }) => told('ClausePublished', { title: String(title), version: Number(version) }),
  FrictionMet: ({ title }) => told('FrictionMet', { title: String(title) }),
  FrictionWorded: ({ title }) => told('FrictionWorded', { title: String(title) }),
  FrictionSettled: ({ title }) => told('FrictionSettled', { title: String(title) }),
  FrictionSetAside: ({ title }) => told('FrictionSetAside', { title: String(title) }),
  FrictionReopened: ({ title }) => told('FrictionReopened', { title: String(title) }),
};

const momentOf = (seconds: unknown) => (typeof seconds === 'number' ? { momentSeconds: seconds } : {});
const hashOf = (sha256: unknown): string | undefined => (text(sha256) ? `SHA-256 ${text(sha256).slice(0, 12)}…` : undefined);

const importedCount = (counts: unknown): number => {
  const known = (counts ?? {}) as Record<string, unknown>;
  return Number(known['accepted'] ?? 0);
};

/** The sentence of a fact; a type written by a newer version is named rather than hidden. */
export const tellFact = ({ type, body }: FactRead, format: Formats): FactWords =>
  tellers[type]?.(body, format) ?? told('unknownFact', { type });
