import type { Language } from '../../../shared/refusal.ts';
import { civilDateOf, clockTimeOf, type CivilDate, type Instant, PARIS, weekdayOf } from '../../../shared/time.ts';
import type { GateCheck, GateVerdict } from './dial-gate.ts';

type Details = Record<string, unknown>;
type Wording = { names: [string, string]; why?: (details: Details) => [string, string] };

const nb = '\u00a0';

/** What each rule is called, and what it says beyond its name. French first, then English. */
const wordings: Record<string, Wording> = {
  contract_signed: { names: ['aucun contrat signé n’est en vigueur', 'no signed contract is in force'] },
  not_terminated: {
    names: ['fin anticipée de la mission', 'early end of the mission'],
    why: () => ['la résiliation a pris effet', 'the termination took effect'],
  },
  not_suspended: {
    names: ['plafond de créances', 'ceiling of unpaid invoices'],
    why: () => ['l’exécution est suspendue', 'performance is suspended'],
  },
  not_withheld: {
    names: ['exception d’inexécution', 'performance withheld'],
    why: () => ['l’exécution est suspendue', 'performance is suspended'],
  },
  vigilance: { names: ['documents de vigilance', 'vigilance documents'], why: lackingWords },
  period: { names: ['période de la mission', 'mission period'] },
  mission_active: {
    names: ['mission en cours', 'mission under way'],
    why: ({ status }) =>
      status === 'paused'
        ? ['la mission est en pause', 'the mission is paused']
        : ['la mission est close', 'the mission is closed'],
  },
  caller_admitted: { names: ['appelants admis sur la mission', 'callers admitted to the mission'] },
  line_allowed: { names: ['ligne simulée réservée à la démonstration', 'the simulated line is for demonstrations only'] },
  presented_number: {
    names: ['numéro présenté', 'presented number'],
    why: ({ fault }) => presentedNumberWords[String(fault)] ?? ['', ''],
  },
  script_ready: {
    names: ['script d’appel', 'call script'],
    why: ({ missing }) =>
      missing === 'approval'
        ? ['le client n’a pas encore validé le script', 'the client has not approved the script yet']
        : ['aucun script n’est écrit', 'no script is written'],
  },
  suppression: {
    names: ['liste d’opposition', 'suppression list'],
    why: () => ['cette personne ne veut plus être appelée', 'this person does not want to be called any more'],
  },
  prospect_open: { names: ['fiche close', 'closed prospect'] },
  callback_reserved: { names: ['rappel réservé à un autre appelant', 'callback kept for another caller'] },
  zone_allowed: { names: ['zones autorisées', 'allowed areas'], why: zoneWords },
  zone_forbidden: { names: ['zones interdites', 'forbidden areas'], why: zoneWords },
  consumer_consent: { names: ['accord préalable du consommateur', 'prior consent of the consumer'] },
  consumer_after_refusal: { names: ['60 jours après un refus', '60 days after a refusal'] },
  consumer_frequency: { names: ['quatre appels par 30 jours', 'four calls in 30 days'] },
  consumer_hours: { names: ['heures d’appel des particuliers', 'calling hours for consumers'] },
  attempts: { names: ['tentatives par fiche', 'attempts per prospect'], why: countWords },
  hours_between_attempts: { names: ['délai entre deux tentatives', 'delay between attempts'] },
  volume_calls: { names: ['volume d’appels', 'volume of calls'], why: countWords },
  volume_hours: { names: ['volume d’heures', 'volume of hours'], why: countWords },
  volume_appointments: { names: ['volume de rendez-vous', 'volume of appointments'], why: countWords },
  public_holiday: { names: ['jours fériés', 'public holidays'] },
  slot: { names: ['créneaux d’appel', 'calling slots'] },
  lease: {
    names: ['réservation de la fiche', 'hold on the prospect'],
    why: () => ['elle a expiré ou revient à un autre appelant', 'it ran out or is another caller’s'],
  },
};

const documentWords: Record<string, [string, string]> = {
  urssaf: ['attestation de l’Urssaf', 'Urssaf certificate'],
  registration: ['extrait d’immatriculation', 'registration extract'],
  foreign_workers: ['liste des salariés étrangers', 'list of foreign workers'],
};
function lackingWords({ lacking }: Details): [string, string] {
  const all = (lacking ?? []) as { kind: string; why: 'missing' | 'stale' }[];
  const said = (index: 0 | 1) =>
    all
      .map(({ kind, why }) => {
        const name = documentWords[kind]?.[index] ?? kind;
        return index === 0
          ? `${name}${nb}: ${why === 'stale' ? 'à renouveler' : 'manque'}`
          : `${name} ${why === 'stale' ? 'is out of date' : 'is missing'}`;
      })
      .join(', ');
  return [said(0), said(1)];
}

const presentedNumberWords: Record<string, [string, string]> = {
  not_a_number: ['ce n’est pas un numéro français', 'it is not a French number'],
  mobile: ['un numéro mobile ne peut pas être présenté', 'a mobile number may not be shown'],
  special: ['un numéro spécial ne peut pas être présenté', 'a special-rate number may not be shown'],
};

function zoneWords({ department }: Details): [string, string] {
  return department == null
    ? ['département inconnu', 'unknown département']
    : [`département ${department}`, `département ${department}`];
}
function countWords({ used, count, limit }: Details): [string, string] {
  const seen = Math.floor(Number(used ?? count));
  return [`${seen} sur ${limit}`, `${seen} of ${limit}`];
}

/** The rule in a few words, for a list of checks. */
export const ruleName = (rule: string, language: Language): string => wordings[rule]?.names[language === 'fr' ? 0 : 1] ?? rule;

const codes = {
  'du Code de la consommation': 'of the French Consumer Code',
  'du Code du travail': 'of the French Labour Code',
  'du Code civil': 'of the French Civil Code',
};

/** « article 4.2 », « avenant n° 1, article 4.2 », « contrat-cadre CC-2026-0001, article 6.1 », or the statute when the law speaks rather than the contract. */
export const sourceOf = (
  { article, law, amendment, framework }: Pick<GateCheck, 'article' | 'law' | 'amendment' | 'framework'>,
  language: Language,
): string | null => {
  if (law)
    return language === 'fr'
      ? `article ${law}`
      : `article ${Object.entries(codes).reduce((said, [fr, en]) => said.replace(fr, en), law)}`;
  if (article && amendment !== undefined)
    return `${language === 'fr' ? `avenant n°${nb}${amendment}` : `amendment no. ${amendment}`}, article ${article}`;
  if (article && framework !== undefined)
    return `${language === 'fr' ? 'contrat-cadre' : 'framework agreement'} ${framework}, article ${article}`;
  return article ? `article ${article}` : null;
};

/** The verdict in one sentence: until when, by which article, for which reason. Times are the caller's, Paris, and the callee's when it differs. */
export const gateSentence = (verdict: GateVerdict, now: Instant, calleeTimeZone: string, language: Language): string => {
  const french = language === 'fr';
  if (verdict.allowed) return french ? 'Appel autorisé.' : 'Call allowed.';
  const refused = verdict.checks.filter(({ ok }) => !ok);
  // When only the clock stands in the way, the rule that opens last is the one that counts.
  const told = verdict.nextEligibleAt
    ? refused
        .filter((check) => check.nextEligibleAt)
        .reduce((last, check) => (check.nextEligibleAt! > last.nextEligibleAt! ? check : last))
    : (refused.find((check) => !check.nextEligibleAt) ?? refused[0]!);
  const why = wordings[told.rule]?.why?.(told.details ?? {})[french ? 0 : 1];
  const reason = [sourceOf(told, language), ruleName(told.rule, language) + (why ? ` (${why})` : '')].filter(Boolean).join(', ');
  const until = verdict.nextEligibleAt ? momentWords(verdict.nextEligibleAt, now, calleeTimeZone, language) : '';
  return french ? `Appel bloqué${until}${nb}: ${reason}.` : `Call blocked${until}: ${reason}.`;
};

const days = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const months = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

const momentWords = (at: Instant, now: Instant, calleeTimeZone: string, language: Language): string => {
  const day = civilDateOf(at);
  const hour = hourWords(clockTimeOf(at), language);
  const there = clockTimeOf(at, calleeTimeZone);
  const local =
    calleeTimeZone !== PARIS && there !== clockTimeOf(at)
      ? language === 'fr'
        ? ` (${hourWords(there, 'fr')} là-bas)`
        : ` (${there} there)`
      : '';
  if (day === civilDateOf(now)) return (language === 'fr' ? ` jusqu’à ${hour}` : ` until ${hour}`) + local;
  return (language === 'fr' ? ` jusqu’au ${dayWords(day, 'fr')} à ${hour}` : ` until ${dayWords(day, 'en')} at ${hour}`) + local;
};

const dayWords = (day: CivilDate, language: Language): string => {
  const number = Number(day.slice(8));
  const written = language === 'fr' && number === 1 ? '1er' : String(number);
  return `${days[language][weekdayOf(day) - 1]} ${written} ${months[language][Number(day.slice(5, 7)) - 1]}`;
};

/** 14 h 00, the French way. */
const hourWords = (time: string, language: Language): string =>
  language === 'fr' ? `${Number(time.slice(0, 2))}${nb}h${nb}${time.slice(3)}` : time;
