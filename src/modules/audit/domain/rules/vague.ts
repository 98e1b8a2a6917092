import type { Hit, Words } from '../finding.ts';
import { type PreparedDocument, spanOf } from '../prepared-document.ts';
import { documentRule, type Rule } from '../rule.ts';
import { definesResult } from './absent-results.ts';

const said = (fr: string, en: string): Words => ({ fr, en });
type Found = Omit<Hit, 'document'>[];

/** Words that let each side read what it likes. */
const vagueWords =
  /\betc\b\.?|\.\.\.(?= ?$)|\benviron\b|\braisonnables?\b|\braisonnablement\b|\bsi (necessaire|besoin)\b|\bau besoin\b|\ble cas echeant\b|\bdans les (meilleurs|plus brefs) delais\b|\bdes que possible\b|\bau plus vite\b|\bregulierement\b|\bponctuellement\b|\b(selon|en fonction de(s)?|suivant) (les )?besoins\b|\bau feeling\b|\bhautement qualifie(e|s|es)?\b|\btres qualifie(e|s|es)?\b|\bau mieux\b|\ba discuter\b|\ba voir\b|\bplus ou moins\b|\bapproximativement\b|\bde qualite\b|\bsuffisamment\b|\bau fil de l'eau\b|\bet autres\b/g;
/** The law’s own words, and figures that tolerate: no vagueness is meant there. */
const lawsOwnWords = /\bmise en demeure\b|\bmet en demeure\b|\brespect des regles de l'art\b|\bmanquement\b|\b1226\b/;

const vagueIn = (document: PreparedDocument): Found =>
  document.sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(vagueWords)]
      .filter(([word]) => !(word.startsWith('raisonnable') && lawsOwnWords.test(sentence.text)))
      .filter(([word], index, all) => all.findIndex(([other]) => other === word) === index)
      .map((found) => ({
        span: {
          section: sentence.section,
          paragraph: sentence.paragraph,
          start: sentence.start + found.index,
          end: sentence.start + found.index + found[0].length,
        },
      })),
  );

const undefinedQualified =
  /\b(rendez-vous|rdvs?|contacts?|leads?|prospects?|opportunites?) (vraiment |bien )?qualifie(e|s|es)?\b/;
const measured = '(rendez-vous|rdvs?|appels?|contacts?|leads?|taux|resultats?|volumes?|opportunites?|conversations?)';
/** « nombreux rendez-vous », « un maximum d’appels »; « un volume d’appels important », « des résultats satisfaisants ». */
const loose = new RegExp(
  `\\b(nombreu(x|ses)|un maximum d[e']|un grand nombre d[e']|le (plus|maximum) (de|d'|possible)|bons?|bonnes?|excellente?s?|le meilleur|les meilleurs)(?= ?([a-z']+ )?${measured}\\b)|(?<=\\b${measured}\\b[^.,;]{0,40})\\b(importante?s?|significati(f|fs|ve|ves)|suffisante?s?|eleve(e|s|es)?|satisfaisante?s?|optimal(e|es)?|performante?s?|soutenue?s?|consequente?s?)\\b`,
);
const monthNames = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const paidOnADay = new RegExp(
  `\\b(\\d{1,3} ?%|acompte|solde|versements?|echeances?|mensualites?|paye(e|s)?|payable|verse(e|s)?|regle(e|s)?|sera du)\\b[^.]{0,60}?\\b(le|au|avant le|au plus tard le) (\\d{1,2}(er)? (${monthNames})|\\d{1,2}[/.]\\d{1,2}([/.]\\d{2,4})?|\\d{1,2} de chaque mois|\\d{1,2} du mois)`,
);
const lawfulDay = /preavis|resili|valable|validite|version|en vigueur|fait a|facture du|fin de mois/;
const deliverable = /\b(rapports?|comptes?[ -]rendus?|fichiers?|tableaux?|syntheses?|bilans?|reportings?|listes?)\b/;
const format =
  /\b(pdf|csv|excel|xlsx?|word|docx|powerpoint|pptx|tableur|papier|oral|ods|odt|google (sheets?|docs?)|tableau de bord|en ligne|format|crm|par (e-?mail|courriel)|ecrite?s?|notion|espace (client|partage))\b/;
const delivered = /\blivrables?\b[^.]{0,40}:/;

export const vague: readonly Rule[] = [
  documentRule(
    {
      id: 'V01',
      family: 'vague',
      severity: 'avertissement',
      title: said('Mot flou', 'Vague word'),
      why: said(
        'Ce mot se lit de deux façons : remplacez-le par une liste, un nombre ou un délai.',
        'This word reads two ways: replace it by a list, a number or a time limit.',
      ),
      risk: 'desaccord',
      source: 'C. civ. 1190',
      cures: [],
    },
    (document): Found => {
      const undefinedResult =
        definesResult(document) || document.terms?.appointments?.definition
          ? undefined
          : document.sentences.find(({ text }) => undefinedQualified.test(text) && !/hautement|tres qualifie/.test(text));
      return [
        ...vagueIn(document),
        ...(undefinedResult
          ? [
              {
                span: spanOf(undefinedResult, undefinedQualified),
                detail: said('« qualifié » n’est défini nulle part.', '“Qualified” is defined nowhere.'),
              },
            ]
          : []),
      ];
    },
  ),
  documentRule(
    {
      id: 'V02',
      family: 'vague',
      severity: 'avertissement',
      title: said('Adjectif à la place d’un nombre', 'An adjective instead of a number'),
      why: said(
        'Un objectif sans chiffre ne peut être ni atteint ni manqué.',
        'A target without a figure can be neither reached nor missed.',
      ),
      risk: 'desaccord',
      cures: ['pilotage'],
    },
    (document): Found =>
      document.sentences
        .filter(
          ({ text }) =>
            loose.test(text) &&
            !/\d/.test(text) &&
            !/plus (d'un|de un)|retard|responsab|donnees personnelles|appel d'offres|risque eleve/.test(text),
        )
        .map((sentence) => ({ span: spanOf(sentence, loose) })),
  ),
  documentRule(
    {
      id: 'V03',
      family: 'vague',
      severity: 'conseil',
      title: said('Échéance liée à une date, pas à un jalon', 'A payment tied to a date, not a milestone'),
      why: said(
        '« Relier les échéances à des jalons concrets plutôt qu’à des dates arbitraires » : le paiement suit alors le travail.',
        'Tie payments to visible milestones rather than to arbitrary dates: pay then follows the work.',
      ),
      risk: 'impayes',
      cures: ['prix-mixte'],
    },
    (document): Found =>
      document.sentences
        .filter(({ text }) => paidOnADay.test(text) && !lawfulDay.test(text))
        .map((sentence) => ({ span: spanOf(sentence, paidOnADay) })),
  ),
  documentRule(
    {
      id: 'V04',
      family: 'vague',
      severity: 'avertissement',
      title: said('Livrable sans format', 'A deliverable without a format'),
      why: said(
        'Un rapport peut être un courriel de trois lignes ou un document de vingt pages : dites son format.',
        'A report may be a three-line mail or twenty pages: say its format.',
      ),
      risk: 'desaccord',
      cures: ['perimetre'],
    },
    (document): Found => {
      const found: Found[number][] = [];
      document.bodies.forEach((body, index) => {
        const under = /livrable/.test(document.headings[index]!);
        if (!under && !delivered.test(body)) return;
        if (format.test(body)) return;
        const sentence = document.sentences.find(
          ({ section, text }) => section === index && deliverable.test(text) && (under || delivered.test(text)),
        );
        if (sentence) found.push({ span: spanOf(sentence, deliverable) });
      });
      return found;
    },
  ),
];
