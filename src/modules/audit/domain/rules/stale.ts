import { frenchDate } from '../../../../shared/french.ts';
import { addDays, type CivilDate } from '../../../../shared/time.ts';
import type { Hit, Words } from '../finding.ts';
import { legalChanges } from '../legal-changes.ts';
import { type PreparedDocument, saying, spanOf } from '../prepared-document.ts';
import { documentRule, type Rule, setRule } from '../rule.ts';

const said = (fr: string, en: string): Words => ({ fr, en });
type Found = Omit<Hit, 'document'>[];
const monthNames = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
const versionDay = new RegExp(
  `\\b(?:versions?|mises? a jour|mis a jour|edition|en vigueur|applicables?|a jour)\\b[^.]{0,30}?(?:(\\d{1,2})(?:er)? )?(?:(${monthNames.join('|')}) (\\d{4})|(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}))`,
);
const two = (value: string | number) => String(value).padStart(2, '0');

/** « version du 12 mars 2019 », « mise à jour : 03/2021 »: the day the text gives for itself. */
const ownDay = (document: PreparedDocument) => {
  const sentence = saying(document, { says: versionDay });
  const found = sentence && versionDay.exec(sentence.text);
  if (!found) return null;
  const day = found[2]
    ? `${found[3]}-${two(monthNames.indexOf(found[2]) + 1)}-${two(found[1] ?? 1)}`
    : `${found[6]}-${two(found[5]!)}-${two(found[4]!)}`;
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) ? { day: day as CivilDate, sentence: sentence! } : null;
};

const citedEdition =
  /\b(?:conditions generales[^.]{0,40}?|cgv ?)(?:versions?|edition|v\.?) ?(?:n[o°] ?)?(\d{1,3}(?:\.\d{1,2})?)\b/;
const ownEdition = /\b(?:versions?|edition|v\.?) ?(?:n[o°] ?)?(\d{1,3}(?:\.\d{1,2})?)\b/;

const articleSpan = (document: PreparedDocument, heading: string) => {
  const section = document.sections.findIndex((one) => one.heading === heading);
  const sentence = document.sentences.find((one) => one.section === section);
  return sentence ? spanOf(sentence) : null;
};

export const stale: readonly Rule[] = [
  documentRule(
    {
      id: 'S01',
      family: 'stale',
      severity: 'avertissement',
      title: said('Date de revue passée', 'Review date passed'),
      why: said(
        '« Prévoir une revue annuelle de ses documents » : l’offre et la loi ont pu changer depuis.',
        'Review your documents yearly: the offer and the law may have changed since.',
      ),
      risk: 'desaccord',
      cures: [],
    },
    (document, { today }): Found => {
      const late = (document.clauses ?? []).filter(({ reviewBefore }) => reviewBefore !== null && reviewBefore < today);
      if (late.length > 0)
        return late.map(({ title, reviewBefore }) => ({
          span: articleSpan(document, title),
          detail: said(
            `« ${title} » était à revoir avant le ${frenchDate(reviewBefore!)}.`,
            `“${title}” was to be reviewed before ${reviewBefore}.`,
          ),
        }));
      const own = document.origin === 'foreign' ? ownDay(document) : null;
      if (!own || own.day > addDays(today, -366)) return [];
      return [
        {
          span: spanOf(own.sentence, versionDay),
          detail: said(`Texte daté du ${frenchDate(own.day)}.`, `Text dated ${own.day}.`),
        },
      ];
    },
  ),
  setRule(
    {
      id: 'S02',
      family: 'stale',
      severity: 'avertissement',
      title: said('Conditions générales remplacées', 'Superseded general terms'),
      why: said(
        'Une édition plus récente existe : le client signe un texte que vous n’appliquez plus.',
        'A newer edition exists: the client signs a text that you no longer apply.',
      ),
      risk: 'impayes',
      source: 'C. civ. 1119',
      cures: ['cgv-edition'],
    },
    (documents, { currentGeneralTermsEdition: current }) =>
      documents.flatMap((document): Hit[] => {
        const edition = document.generalTermsEdition;
        if (edition !== undefined)
          return current !== undefined && edition < current
            ? [
                {
                  document: document.id,
                  span: null,
                  detail: said(
                    `Édition ${edition} annexée ; la ${current} est en vigueur.`,
                    `Edition ${edition} annexed; ${current} is in force.`,
                  ),
                },
              ]
            : [];
        const cites = saying(document, { says: citedEdition });
        const cited = cites && citedEdition.exec(cites.text)![1]!;
        if (!cited || document.kind === 'cgv') return [];
        const inForce = documents
          .filter(({ kind }) => kind === 'cgv')
          .flatMap(
            (general) =>
              ownEdition.exec(general.title.toLowerCase())?.[1] ?? ownEdition.exec(general.bodies.join('\n'))?.[1] ?? [],
          )[0];
        return inForce !== undefined && Number(cited) < Number(inForce)
          ? [
              {
                document: document.id,
                span: spanOf(cites!, citedEdition),
                detail: said(
                  `Version ${cited} citée ; la ${inForce} est jointe.`,
                  `Version ${cited} cited; ${inForce} is attached.`,
                ),
              },
            ]
          : [];
      }),
  ),
  documentRule(
    {
      id: 'S03',
      family: 'stale',
      severity: 'conseil',
      title: said('Jamais relu', 'Never reviewed'),
      why: said(
        '« Faire relire vos modèles par un professionnel du droit ou, à défaut, par un pair expérimenté. »',
        'Have your models read by a lawyer or, failing that, by an experienced peer.',
      ),
      risk: 'desaccord',
      cures: [],
    },
    (document): Found => {
      const unread = (document.clauses ?? []).filter(({ reviewed }) => !reviewed);
      if (unread.length === 0) return [];
      return [
        {
          span: null,
          detail: said(
            `${unread.length} clause(s) sans relecture notée : ${unread
              .slice(0, 4)
              .map(({ title }) => title)
              .join(', ')}${unread.length > 4 ? '…' : '.'}`,
            `${unread.length} clause(s) without a recorded review.`,
          ),
        },
      ];
    },
  ),
  setRule(
    {
      id: 'S04',
      family: 'stale',
      severity: 'conseil',
      title: said('Malentendu connu, sans clause', 'A known misunderstanding without a clause'),
      why: said(
        '« Traduire chaque point de friction en clause explicite » : celui-ci attend la sienne.',
        'Turn each friction into an explicit clause: this one still awaits its own.',
      ),
      risk: 'derive',
      cures: [],
    },
    (documents, { frictions = [] }) => {
      const on = documents[0];
      if (!on) return [];
      return frictions
        .filter(({ clauseId }) => clauseId === null)
        .map(({ title }) => ({
          document: on.id,
          span: null,
          detail: said(`Point de friction : ${title}.`, `Friction: ${title}.`),
        }));
    },
  ),
  documentRule(
    {
      id: 'S05',
      family: 'stale',
      severity: 'avertissement',
      title: said('Source légale modifiée', 'The legal source has changed'),
      why: said(
        'Le texte cité n’est plus celui qui s’applique : la clause se plaide sur un droit abrogé.',
        'The text cited is no longer the one that applies: the clause rests on repealed law.',
      ),
      risk: 'donnees',
      source: 'table datée des sources légales',
      cures: [],
    },
    (document, { today }): Found =>
      legalChanges
        .filter(
          ({ since, onlyBefore }) => since <= today && (!onlyBefore || (document.date ?? ownDay(document)?.day ?? today) < since),
        )
        .flatMap(({ cited, detail }) => {
          const sentence = saying(document, { says: cited });
          return sentence ? [{ span: spanOf(sentence, cited), detail }] : [];
        }),
  ),
];
