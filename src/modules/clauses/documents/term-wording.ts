import {
  frenchDate,
  frenchDays,
  frenchList,
  frenchMoney,
  frenchNumber,
  frenchPercent,
  frenchPhone,
  frenchTime,
} from '../../../shared/french.ts';
import type { CallSlot, PaymentTerms, PenaltyTerms, PriceLine, Terms } from '../../contracts/index.ts';
import type { z } from 'zod';

type Slot = z.output<typeof CallSlot>;
type Line = z.output<typeof PriceLine>;
type Delay = z.output<typeof PaymentTerms>['delay'];
type Penalty = z.output<typeof PenaltyTerms>;

/** French words for the closed choices of the terms. A choice without its word is a compile error where it matters. */
export const choiceWords: Record<string, Record<string, string>> = {
  channels: { phone: 'appels téléphoniques sortants', email: 'courriels de suivi' },
  languages: { fr: 'français', en: 'anglais' },
  // What allowedVolume computes, in words: a period that the mission does not fill gives its share.
  volumePeriods: {
    mission: 'pour toute la mission',
    month:
      'par mois civil, un mois que la mission n’occupe qu’en partie comptant au prorata de ses jours ouvrés, arrondi à l’unité supérieure',
    week: 'par semaine du lundi au dimanche, une semaine que la mission n’occupe qu’en partie comptant au prorata de ses jours ouvrés, arrondi à l’unité supérieure',
  },
  frequencies: { weekly: 'hebdomadaire', biweekly: 'bimensuel', monthly: 'mensuel' },
  reportChannels: {
    email: 'par courriel',
    portal: 'dans l’espace du Client',
    email_and_portal: 'par courriel et dans l’espace du Client',
  },
  reportFormats: { pdf: 'PDF', pdf_and_csv: 'PDF et CSV' },
  reportContents: {
    attempts: 'appels passés',
    answer_rate: 'taux de décroché',
    refusal_reasons: 'motifs de refus',
    appointments: 'rendez-vous posés',
    opportunities: 'opportunités détectées',
    file_quality: 'qualité du fichier',
  },
  owners: { client: 'au Client', provider: 'au Prestataire' },
  missionKinds: {
    telephone_prospecting: 'prospection téléphonique',
    file_qualification: 'qualification de fichier',
    follow_up: 'relance commerciale',
    appointment_setting: 'prise de rendez-vous',
    telesales: 'télévente',
  },
  commitmentPeriods: { year: 'par an', period: 'pour toute la durée du Contrat-cadre' },
  rights: {
    reproduction: 'reproduction sur tout support papier et numérique',
    adaptation: 'adaptation et modification',
    translation: 'traduction',
    representation: 'représentation et communication au public',
  },
  noShows: {
    billed: 'Un rendez-vous accepté puis non honoré reste dû.',
    replaced: 'Un rendez-vous non honoré et signalé à temps est remplacé sans frais.',
    credited: 'Un rendez-vous non honoré et signalé à temps fait l’objet d’un avoir.',
  },
  recordingPolicies: {
    none: 'Les appels ne sont pas enregistrés.',
    on_demand: 'L’appelant lance l’enregistrement au cours de l’appel, après en avoir informé la personne, qui l’accepte.',
    from_qualification:
      'L’enregistrement commence lorsque l’appelant constate le premier critère, la personne en étant informée.',
    appointments_only:
      'Seul l’enregistrement d’un appel ayant donné lieu à un rendez-vous est conservé ; les autres sont détruits aussitôt.',
    sample: 'Un échantillon d’appels est enregistré et conservé.',
    all: 'Les appels sont enregistrés et conservés, la nécessité en étant documentée.',
  },
};

const slotWords = (slots: readonly Slot[]): string => {
  const byDays = new Map<string, string[]>();
  for (const { days, from, to } of slots) {
    const when = frenchDays(days);
    byDays.set(when, [...(byDays.get(when) ?? []), `de ${frenchTime(from)} à ${frenchTime(to)}`]);
  }
  return [...byDays].map(([days, hours]) => `${days}, ${frenchList(hours)}`).join(' ; ');
};

/** « 30 jours fin de mois »: the two official readings, each in its own words, so that nobody picks the other one later. */
export const delayWords = ({ days, method }: Delay): string =>
  ({
    net: `à ${days} jours de la date de facture`,
    end_of_month_A: `à ${days} jours fin de mois, c’est-à-dire le dernier jour du mois au cours duquel expirent les ${days} jours courant de la date de facture`,
    end_of_month_B: `à fin de mois plus ${days} jours, c’est-à-dire ${days} jours après le dernier jour du mois de la facture`,
    end_of_month_A_then_10: `à ${days} jours fin de mois le 10, c’est-à-dire le 10 qui suit le dernier jour du mois au cours duquel expirent les ${days} jours`,
  })[method];

export const penaltyWords = (penalty: Penalty): string => {
  switch (penalty.kind) {
    case 'ecb_plus_points':
      return `au taux de refinancement de la Banque centrale européenne majoré de ${frenchNumber(penalty.points)} points${penalty.mode === 'floating' ? ', celui en vigueur au premier jour de chaque semestre' : ', celui en vigueur à l’échéance'}`;
    case 'times_legal':
      return `à ${frenchNumber(penalty.times)} fois le taux de l’intérêt légal${penalty.mode === 'floating' ? ', celui de chaque semestre' : ', celui en vigueur à l’échéance'}`;
    case 'fixed_rate':
      return `au taux annuel de ${frenchPercent(penalty.rateBp)}`;
  }
};

const unitWords: Record<Line['kind'], string> = {
  forfait: 'au forfait',
  hour: 'l’heure',
  day: 'la journée',
  appointment: 'par rendez-vous accepté',
  expense: 'de frais',
};
const priceWords = (lines: readonly Line[]): string =>
  frenchList(
    lines.map(
      (line) =>
        `${frenchMoney(line.unitPriceCents)} ${unitWords[line.kind]} (${line.label.charAt(0).toLowerCase()}${line.label.slice(1)})${line.optional ? ', en option' : ''}`,
    ),
  );

const labelled = (value: string, group: string): string => {
  const word = choiceWords[group]?.[value];
  if (word === undefined) throw new Error(`no French word for ${group}.${value}`);
  return word;
};

const plural = (noun: string): string => noun.replace(/[^ sxz](?= |$)/g, '$&s');

/** A term typed as a sentence, inside a sentence: « Le prestataire suspend » reads « le prestataire suspend », « CRM » stays. */
export const lowered = (value: string): string =>
  /^[A-ZÀÉÈÊÎÔÛÇŒ][a-zàâéèêëîïôûùüçœ’ ]/.test(value) ? value.charAt(0).toLowerCase() + value.slice(1) : value;

/** What a clause may call inside {% … %}. Each takes a term and gives the words that are printed. */
export const wordings: Record<string, (...args: never[]) => string> = {
  integer: (value: number) => frenchNumber(value),
  money: (value: Parameters<typeof frenchMoney>[0]) => frenchMoney(value),
  percent: (value: number) => frenchPercent(value),
  date: (value: Terms['period']['startsOn']) => frenchDate(value),
  time: (value: Slot['from']) => frenchTime(value),
  // Narrow spaces nearly close in the text face: a number to be dialled keeps whole ones.
  phone: (value: string) => frenchPhone(value).replaceAll('\u202f', '\u00a0'),
  ordinal: (value: number) => (value === 1 ? '1er' : `${value}e`),
  counted: (value: number, noun: string) => `${frenchNumber(value)}\u00a0${value < 2 ? noun : plural(noun)}`,
  lowered: (value: string) => lowered(value),
  joined: (values: readonly string[]) => values.join(', '),
  slots: slotWords,
  delay: delayWords,
  penalty: penaltyWords,
  prices: priceWords,
  label: labelled,
  labels: (values: readonly string[], group: string) => frenchList(values.map((value) => labelled(value, group))),
};
