import { frenchDate, frenchMoney, frenchNumber } from '../../../shared/french.ts';
import { addMilliseconds, type CivilDate, civilDateOf, type Instant } from '../../../shared/time.ts';
import type { TermPath } from '../../contracts/index.ts';
import type { Consequences } from '../domain/consequences.ts';
import type { LetterContent, LetterSection } from '../domain/notice.ts';
import { lastDayOfNotice, lastDayToCure } from '../domain/notice-dates.ts';
import type { Breach, Party, Resiliation } from '../domain/resiliation.ts';

/** What every letter of one contract shares. */
export type LetterFrame = Omit<LetterContent, 'kind' | 'subject' | 'sections' | 'closing' | 'enclosures'> & {
  author: Party;
  contract: { number: string; title: string; signedOn: CivilDate };
  /** « article 10.1 » of a condition, as the contract prints it. */
  articleOf: (term: TermPath) => string | undefined;
};

const closing = 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.';
const theContract = ({ contract }: LetterFrame) =>
  `le contrat n° ${contract.number}, « ${contract.title} », conclu le ${frenchDate(contract.signedOn)}`;
const cited = (article: string | undefined) => (article ? `article ${article} du contrat` : 'contrat');
const days = (count: number) => `${count} ${count > 1 ? 'jours' : 'jour'}`;
const sentOn = (frame: LetterFrame) => civilDateOf(frame.sentAt);
const lastDayBefore = (at: Instant) => civilDateOf(addMilliseconds(at, -1));

const letter = (
  { author: _, contract: __, articleOf: ___, ...shared }: LetterFrame,
  own: Pick<LetterContent, 'kind' | 'subject' | 'sections'> & { enclosures?: string[] },
): LetterContent => ({ ...shared, closing, enclosures: [], ...own });

/** The formal demand: what was broken, what is asked, by when, and the sentence without which it would open no right. */
export const miseEnDemeureLetter = (frame: LetterFrame, breach: Breach): LetterContent =>
  letter(frame, {
    kind: 'mise_en_demeure',
    subject: `Mise en demeure de respecter l’article ${breach.article} du contrat n° ${frame.contract.number}`,
    sections: [
      {
        heading: null,
        paragraphs: [
          `Nous sommes liés par ${theContract(frame)}. La présente porte sur l’inexécution de son article ${breach.article}, relatif à ce qui suit : ${breach.title}.`,
        ],
      },
      { heading: 'Le manquement', paragraphs: breach.words.trim().split(/\n+/) },
      {
        heading: 'Ce qui vous est demandé',
        paragraphs: [
          `Nous vous mettons en demeure de satisfaire à cette obligation dans un délai de ${days(breach.cureDays)} à compter de la réception de la présente.`,
        ],
        boxed:
          'À défaut pour vous de satisfaire à votre obligation dans ce délai, nous serons en droit de résoudre le contrat. Article 1226 du Code civil : « à défaut de satisfaire à cette obligation dans ce délai, le créancier sera en droit de résoudre le contrat ».',
      },
      {
        heading: 'Comment le délai se compte',
        paragraphs: [
          `Le délai court du lendemain de la réception. S’il expire un samedi, un dimanche ou un jour férié, il est prorogé jusqu’au premier jour ouvré. Reçue le jour de son envoi, la présente vous laisse jusqu’au ${frenchDate(lastDayToCure(sentOn(frame), breach.cureDays))} inclus.`,
          'Le contrat continue de s’exécuter dans l’intervalle. La présente vaut mise en demeure au sens des articles 1226, 1231 et 1344 du Code civil ; elle ne vaut renonciation à aucun droit.',
        ],
      },
    ],
    enclosures: breach.evidence.map(({ label }) => label),
  });

const evidenceItems = ({ evidence }: Breach): Pick<LetterSection, 'items'> =>
  evidence.length ? { items: evidence.map(({ label }) => `À l’appui, versé au dossier : ${label}`) } : {};

/** Ending at will: the signed notice, then what it means for both, to the cent. */
export const noticeLetter = (
  frame: LetterFrame,
  { noticeDays, reasons }: Pick<Resiliation, 'noticeDays' | 'reasons'>,
  consequences: Consequences,
): LetterContent =>
  letter(frame, {
    kind: 'resiliation',
    subject: `Résiliation du contrat n° ${frame.contract.number}, avec un préavis de ${days(noticeDays)}`,
    sections: [
      {
        heading: null,
        paragraphs: [
          `Nous sommes liés par ${theContract(frame)}. En application de l’${cited(frame.articleOf(`termination.${frame.author}NoticeDays`))}, nous y mettons fin, avec le préavis de ${days(noticeDays)} qui y est convenu.`,
          ...(reasons.trim() ? [`Pour votre information : ${reasons.trim()}`] : []),
        ],
      },
      {
        heading: 'Dates',
        paragraphs: [
          `Le préavis court du lendemain de la réception de la présente, que fixe votre accusé de lecture ou, à défaut, la première présentation de la lettre recommandée. Reçue le jour de son envoi, elle fait du ${frenchDate(lastDayOfNotice(sentOn(frame), noticeDays))} le dernier jour d’exécution ; chaque jour de retard à la réception le reporte d’autant.`,
        ],
      },
      ...duringNotice(consequences),
      ...accountSections(frame, consequences),
      ...afterwards(frame, consequences),
    ],
  });

/** Ending for a breach that was not cured: the reasons, as the law wants them notified. */
export const breachLetter = (
  frame: LetterFrame,
  { breach, cureUntil, reasons }: Pick<Resiliation, 'breach' | 'cureUntil' | 'reasons'>,
  demand: { sentOn: CivilDate; servedOn: CivilDate },
  consequences: Consequences,
): LetterContent =>
  letter(frame, {
    kind: 'resiliation',
    subject: `Résolution du contrat n° ${frame.contract.number} pour inexécution`,
    sections: [
      {
        heading: null,
        paragraphs: [
          `Nous sommes liés par ${theContract(frame)}. Par lettre du ${frenchDate(demand.sentOn)}, reçue le ${frenchDate(demand.servedOn)}, nous vous avons mis en demeure d’en respecter l’article ${breach!.article} (${breach!.title}) dans un délai de ${days(breach!.cureDays)}, qui a expiré le ${frenchDate(lastDayBefore(cureUntil!))}.`,
        ],
      },
      {
        heading: 'Les raisons',
        paragraphs: [...breach!.words.trim().split(/\n+/), `Il n’y a pas été remédié : ${reasons.trim()}`],
        ...evidenceItems(breach!),
      },
      {
        heading: 'La résolution',
        paragraphs: [
          `En conséquence, nous vous notifions la résolution du contrat, en application des articles 1224 et 1226 du Code civil${frame.articleOf('termination') ? ` et de l’${cited(frame.articleOf('termination'))}` : ''}.`,
        ],
        boxed:
          'La résolution prend effet à la date à laquelle vous recevez la présente (article 1229 du Code civil). Les appels cessent à cet instant. Les prestations utiles échangées jusque-là restent acquises et ne donnent pas lieu à restitution.',
      },
      ...accountSections(frame, consequences),
      ...afterwards(frame, consequences),
    ],
  });

const unitWords = { calls: 'appels', hours: 'heures de production', appointments: 'rendez-vous' } as const;

const duringNotice = ({ volumes, lastDay }: Consequences): LetterSection[] => {
  const owed = volumes.filter(({ owedDuringNotice }) => owedDuringNotice !== null);
  return [
    {
      heading: 'Pendant le préavis',
      paragraphs: [
        owed.length
          ? `Le contrat s’exécute normalement jusqu’au ${frenchDate(lastDay)}. Au rythme convenu, il reste à assurer :`
          : `Le contrat s’exécute normalement jusqu’au ${frenchDate(lastDay)} ; aucun volume ne reste à assurer au rythme convenu.`,
      ],
      ...(owed.length
        ? {
            items: owed.map(
              ({ unit, owedDuringNotice, used, signed }) =>
                `${frenchNumber(owedDuringNotice!)} ${unitWords[unit]} (${frenchNumber(used)} sur ${frenchNumber(signed)} à ce jour) ;`,
            ),
          }
        : {}),
    },
  ];
};

/** The statement between the parties, line for line what the last invoice will bill if nothing else happens. */
const accountSections = (frame: LetterFrame, account: Consequences): LetterSection[] => {
  const consequence = frame.articleOf('termination.consequence') ?? frame.articleOf('termination');
  const amounts = [
    ...account.lines.map(({ label, quantity, netCents, kind }) => ({
      label: kind === 'already_invoiced' ? `Déjà facturé : ${label}` : label,
      detail: quantity === '1' || quantity === '-1' ? null : `Quantité : ${quantity.replace('.', ',')}`,
      cents: netCents as number,
    })),
    { label: 'Total hors taxes', detail: null, cents: account.netCents as number },
    ...(account.vatCents === 0 ? [] : [{ label: 'TVA', detail: null, cents: account.vatCents as number }]),
    ...account.deposits.map(({ number, issuedOn, grossCents }) => ({
      label: `Acompte imputé : ${number}`,
      detail: `Facturé le ${frenchDate(issuedOn)}, toutes taxes comprises`,
      cents: -grossCents,
    })),
    {
      label: account.payableCents < 0 ? 'Solde à restituer au client' : 'Solde à payer par le client',
      detail: null,
      cents: Math.abs(account.payableCents),
    },
  ];
  const awaitingTotal = account.awaiting.reduce((sum, { priceCents }) => sum + priceCents, 0);
  return [
    {
      heading: `Compte entre les parties au ${frenchDate(account.computedOn)}`,
      paragraphs: [
        `${consequence ? `En application de l’${cited(consequence)}, le` : 'Le'} travail fait et non facturé reste dû, acomptes déduits. Ce compte est établi d’après les appels, les heures et les décisions inscrits au dossier ; la dernière facture le reprendra, augmenté de ce qui sera fait et validé d’ici là.`,
        ...(account.unreachedCents > 0
          ? [
              `La part du forfait dont les jalons ne sont pas atteints, soit ${frenchMoney(account.unreachedCents)} hors taxes, n’est pas due.`,
            ]
          : []),
      ],
      amounts,
    },
    ...(account.overdue.length
      ? [
          {
            heading: null,
            paragraphs: [
              'S’y ajoutent les factures échues dont aucun règlement n’est inscrit au dossier, avec les pénalités de retard et l’indemnité de recouvrement convenues :',
            ],
            items: account.overdue.map(
              ({ number, dueOn, payableCents }) =>
                `${number}, échue le ${frenchDate(dueOn)} : ${frenchMoney(payableCents)} toutes taxes comprises ;`,
            ),
          },
        ]
      : []),
    ...(account.awaiting.length
      ? [
          {
            heading: 'Rendez-vous en attente de décision',
            paragraphs: [
              `Leurs délais continuent de courir et leur décision sera facturée comme convenu, dans la limite de ${frenchMoney(awaitingTotal as never)} hors taxes :`,
            ],
            items: account.awaiting.map(
              ({ ref, company, answerBy, state }) =>
                `${ref}, ${company} : ${state === 'disputed' ? 'contesté, remis à l’arbitre' : `réponse attendue jusqu’au ${frenchDate(civilDateOf(answerBy))}`} ;`,
            ),
          },
        ]
      : []),
  ];
};

const afterwards = (frame: LetterFrame, { dataReturnBy, confidentialUntil }: Consequences): LetterSection[] => {
  const at = (term: TermPath) => (frame.articleOf(term) ? ` (article ${frame.articleOf(term)})` : '');
  return [
    {
      heading: 'Ce qui cesse, ce qui demeure',
      paragraphs: ['À l’instant où le contrat prend fin :'],
      items: [
        `les appels cessent, et plus aucun ne peut être passé au nom du client${at('calling')} ;`,
        `les données, fichiers et enregistrements sont restitués ou détruits, avec attestation, au plus tard le ${frenchDate(dataReturnBy)}${at('data.processing.returnWithinDays')} ;`,
        `la confidentialité demeure jusqu’au ${frenchDate(confidentialUntil)}${at('confidentiality')} ;`,
        `les oppositions reçues restent respectées sans limite de durée${at('calling.suppressionLists')} ;`,
        `les clauses de paiement, de propriété, de responsabilité et de règlement des différends demeurent${at('payment')}.`,
      ],
    },
  ];
};

/** Performance withheld, told at once: on which ground, until what. */
export const suspensionLetter = (
  frame: LetterFrame,
  {
    ground,
    reason,
    beganAt,
    overdueCents,
    capCents,
  }: {
    ground: 'receivable_cap' | 'non_performance';
    reason: string;
    beganAt: Instant;
    overdueCents: number | null;
    capCents: number | null;
  },
): LetterContent =>
  letter(frame, {
    kind: 'suspension',
    subject: `Suspension de l’exécution du contrat n° ${frame.contract.number}`,
    sections: [
      {
        heading: null,
        paragraphs: [
          `Nous sommes liés par ${theContract(frame)}.`,
          ground === 'receivable_cap'
            ? `L’${cited(frame.articleOf('payment.receivableCapCents'))} fixe à ${frenchMoney(capCents as never)} le plafond des créances échues. Les factures échues dont aucun règlement n’est inscrit au dossier s’élèvent à ${frenchMoney(overdueCents as never)} toutes taxes comprises : nous suspendons l’exécution à compter de ce jour.`
            : `Une partie peut refuser d’exécuter son obligation, alors même que celle-ci est exigible, si l’autre n’exécute pas la sienne et si cette inexécution est suffisamment grave (articles 1219 et 1220 du Code civil). En application de l’${cited(frame.articleOf('termination.suspensionNoticeDays'))}, nous suspendons l’exécution à compter du ${frenchDate(civilDateOf(beganAt))}, sauf si vous y remédiez d’ici là.`,
        ],
      },
      { heading: 'Les raisons', paragraphs: reason.trim().split(/\n+/) },
      {
        heading: 'Ce que cela change',
        paragraphs: [
          'Aucun appel n’est passé pendant la suspension. Les jours suspendus ne sont pas comptés : le terme de la mission est reporté d’autant. Les factures échues restent exigibles, les autres obligations demeurent, et les rendez-vous déjà posés suivent leur cours.',
          'L’exécution reprendra dès que la cause aura disparu ; vous en serez avisés aussitôt. La présente ne vaut ni résiliation, ni renonciation à aucun droit.',
        ],
      },
    ],
  });

export const resumptionLetter = (frame: LetterFrame, { suspendedDays, endsOn }: { suspendedDays: number; endsOn: CivilDate }) =>
  letter(frame, {
    kind: 'resumption',
    subject: `Reprise de l’exécution du contrat n° ${frame.contract.number}`,
    sections: [
      {
        heading: null,
        paragraphs: [
          `Nous sommes liés par ${theContract(frame)}, dont l’exécution était suspendue. Nous la reprenons ce jour.`,
          suspendedDays > 0
            ? `La suspension a duré ${days(suspendedDays)}, qui ne sont pas comptés : la mission court jusqu’au ${frenchDate(endsOn)}.`
            : `La suspension a duré moins d’un jour : le terme de la mission reste fixé au ${frenchDate(endsOn)}.`,
        ],
      },
    ],
  });
