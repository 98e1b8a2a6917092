import type { Words } from '../finding.ts';
import { type PreparedDocument, saying } from '../prepared-document.ts';
import { absenceRule, missionKinds, type Rule, unlessSaid, withFramework, withGeneralTerms } from '../rule.ts';

const said = (fr: string, en: string): Words => ({ fr, en });
const paying = { says: /\b(paiements?|payables?|reglements?|regle(e|es)?|factur(e|es|ation))\b/ };
const amount = /\d[\d ]*(,\d{1,2})? ?(€|euros?\b|eur\b|k€)/;
const paymentDelay =
  /\b(\d{1,3}|quinze|trente|quarante-cinq|soixante|quatre-vingt-dix) ?(\(\d+\) ?)?jours?\b|\bcomptant\b|\b(a|des) (la )?reception\b|\bfin de mois\b/;
/** « fin de mois » in the words of one of its two official readings, or with a worked day. */
const saysMethod =
  /\bdernier jour du mois|fin (du|de) mois (plus|\+|majoree)|a compter de la fin du mois|apres (la fin|le dernier jour) du mois|puis (la )?fin (du|de) mois|expir|soit le \d|par exemple|exemple|augmente/;

/** « 30 jours fin de mois » has two official readings that differ by up to a month: the contract must name its own. */
const delayFault = (document: PreparedDocument): Words | true | null => {
  const paymentSentences = document.sentences.filter(
    ({ text, heading }) =>
      paymentDelay.test(text) &&
      (/\b(payables?|paiements?|regle(ment|ments|e|es|r|ra)?|payer|pay(e|ee|ees)|exigibles?|echeances?|factures?)\b/.test(text) ||
        /paiement|reglement|facturation/.test(heading)) &&
      !/resili|preavis|contest|valid|confidential|devis est valable|mise en demeure/.test(text),
  );
  if (paymentSentences.length === 0) return true;
  const endOfMonth = paymentSentences.find(({ text }) => /\bfin d[eu] mois\b|\bfdm\b/.test(text));
  if (!endOfMonth || document.bodies.some((body) => /\bfin d[eu] mois\b|\bfdm\b/.test(body) && saysMethod.test(body)))
    return null;
  return said(
    '« Fin de mois » a deux lectures officielles, jusqu’à deux semaines d’écart : dites laquelle.',
    '“Fin de mois” has two official readings, up to two weeks apart: say which.',
  );
};

export const absentMoney: readonly Rule[] = [
  absenceRule(
    {
      id: 'A13',
      severity: 'bloquant',
      title: said('Prix et mode de calcul', 'Price and how it is computed'),
      why: said(
        'Sans prix et sans mode (forfait, heure, jour, résultat), la somme due se discute après le travail.',
        'Without a price and a basis (lump sum, hour, day, result), what is owed is argued after the work.',
      ),
      risk: 'impayes',
      source: 'C. civ. 1165',
      cures: ['prix-mixte'],
    },
    {
      kinds: missionKinds,
      missing: (document) => {
        if (!document.bodies.some((body) => amount.test(body))) return true;
        const mode =
          /\b(forfait\w*|a l'heure|heures?|horaires?|tjm|par jour|journali(er|ere)|a la journee|par (rendez-vous|rdv|contact|appel|lead|fiche|mois|opportunite)|au resultat|a la mission|unitaires?|mensuel(le)?|commission|quantite|le rendez-vous)\b/;
        return document.bodies.some((body) => amount.test(body) && mode.test(body))
          ? null
          : said('Le montant est écrit, pas ce qu’il rémunère.', 'The amount is written, not what it pays for.');
      },
      near: { says: /\b(prix|tarifs?|honoraires|remuneration|montant|cout)\b/ },
      term: (terms) => terms.price?.lines?.some((line) => line?.unitPriceCents != null),
      path: 'price.lines',
    },
  ),
  absenceRule(
    {
      id: 'A14',
      severity: 'conseil',
      title: said('Frais refacturables', 'Rebillable expenses'),
      why: said(
        'Dites s’il y a des frais (outils, déplacements) ou qu’il n’y en a pas.',
        'Say whether there are expenses (tools, travel), or that there are none.',
      ),
      risk: 'impayes',
      cures: ['prix-mixte'],
    },
    {
      kinds: withGeneralTerms,
      missing: unlessSaid({
        says: /\b(frais|debours|refactur\w*)\b/,
        unless: /frais (de|pour) recouvrement|frais de justice|frais bancaires|sans frais|frais de procedure|frais d'avocat/,
      }),
      near: { says: /\b(prix|tarif|honoraires)\b/ },
      term: (terms) => terms.price?.rebillableExpenses,
      path: 'price.rebillableExpenses',
    },
  ),
  absenceRule(
    {
      id: 'A15',
      severity: 'avertissement',
      title: said('Acompte', 'Deposit'),
      why: said(
        'Sans acompte, le prestataire avance toute la mission et découvre l’impayé à la fin.',
        'Without a deposit, the provider finances the whole mission and meets non-payment at its end.',
      ),
      risk: 'impayes',
      cures: ['prix-mixte'],
    },
    {
      kinds: withFramework,
      missing: unlessSaid({
        says: /\b(acomptes?|arrhes|versement (initial|a la (commande|signature))|\d+ ?% (a la|des la|lors de la) (commande|signature)|a la (signature|commande)\b[^.]*\d+ ?%|avance (de|sur) )/,
        unless: /\b(aucun|sans|pas d'|ni) ?(acompte|avance|arrhes)|ne (verse|demande|percoit)\w* (pas|aucun)/,
      }),
      near: { says: /\b(paiement|reglement|factur|prix|honoraires|acompte)\w*\b/ },
      term: (terms) => terms.milestones?.some((milestone) => milestone?.kind === 'acompte' && (milestone.sharePercent ?? 0) > 0),
      path: 'milestones',
    },
  ),
  absenceRule(
    {
      id: 'A16',
      severity: 'avertissement',
      title: said('Échéancier', 'Payment schedule'),
      why: said(
        'Les échéances ne suivent aucun jalon : tout se paie à la fin, ou jamais au bon moment.',
        'Payments follow no milestone: everything is paid at the end, or never at the right time.',
      ),
      risk: 'impayes',
      cures: ['prix-mixte'],
    },
    {
      kinds: missionKinds,
      missing: unlessSaid({
        says: /\b(echeanciers?|jalons?|soldes?|mensualites?|en (deux|trois|quatre|\d+) (fois|echeances|versements|termes)|factur\w* (mensuelle(ment)?|chaque (mois|fin de mois)|a la fin de chaque|en fin de (mois|mission)|hebdomadaire|au fur et a mesure))\b|\bmensuellement\b|\d+ ?%[^.]*\b(puis|et|,)[^.]*\d+ ?%/,
        unless: /\b(jalons? (de|du) script|solde de tout compte|soldes? de conges)\b|tva/,
      }),
      near: { says: /\b(paiement|reglement|factur|prix|honoraires)\w*\b/ },
      term: (terms) => terms.milestones,
      path: 'milestones',
    },
  ),
  absenceRule(
    {
      id: 'A17',
      severity: 'bloquant',
      title: said('Délai de paiement et sa méthode', 'Payment delay and its method'),
      why: said(
        'Le jour où l’argent est dû doit se calculer sans discussion.',
        'The day when money is due must be computable without argument.',
      ),
      risk: 'impayes',
      source: 'C. com. L441-10 I',
      cures: ['paiement'],
    },
    {
      kinds: withGeneralTerms,
      missing: delayFault,
      near: { says: /\bfin d[eu] mois\b|\bfdm\b|\b(paiements?|payables?|reglements?)\b|\bfactur/ },
      term: (terms) => terms.payment?.delay?.days != null && terms.payment.delay.method,
      path: 'payment.delay',
    },
  ),
  absenceRule(
    {
      id: 'A18',
      severity: 'bloquant',
      title: said('Pénalités et intérêts de retard', 'Late-payment penalties'),
      why: said(
        'La loi exige le taux des pénalités et l’indemnité de 40 € ; leur absence expose à une amende et désarme la relance.',
        'The law requires the penalty rate and the €40 indemnity; leaving them out risks a fine and disarms reminders.',
      ),
      risk: 'impayes',
      source: 'C. com. L441-10 II, D441-5',
      cures: ['paiement'],
    },
    {
      kinds: withGeneralTerms,
      missing: unlessSaid({
        says: /\bpenalites?\b[^.]*\bretard|\bretard\b[^.]*\bpenalites?\b|\binterets?\b[^.]*\b(retard|moratoires?)\b|\b(retard|impaye)\w*\b[^.]*\binterets?\b|\bl\.? ?441-(10|6)\b|\binterets moratoires\b/,
        unless:
          /\b(aucune?|sans|pas d[e']|ni|renonc\w* (aux?|a toute?s?)|dispens\w* d[e']|ne (sera|seront|donne\w*|pourra|peut)[^.,]{0,25}) ?(des? |les? |toute? )?(penalites?|interets?|indemnites?)\b|penalites? (de|pour) retard (a la charge d|dues? par le|imput\w* a)[^.]*prestataire|retard (de|dans la) livraison/,
      }),
      near: { says: /\b(penalit|interet|retard)\w*\b|\b(paiements?|payables?|reglements?(?! interieur))\b|\bfactur/ },
      term: (terms) => terms.payment?.penalty?.kind,
      path: 'payment.penalty',
    },
  ),
  absenceRule(
    {
      id: 'A19',
      severity: 'bloquant',
      title: said('Déclencheur de la facture', 'What triggers the invoice'),
      why: said(
        'L’événement qui permet de facturer n’est pas dit : le client peut le repousser sans fin.',
        'The event that allows invoicing is not said: the client can postpone it without end.',
      ),
      risk: 'impayes',
      cures: ['prix-mixte'],
    },
    {
      kinds: withFramework,
      missing: (document) =>
        saying(document, {
          says: /\bfactur\w*\b[^.]*\b(a la (signature|validation|remise|livraison|fin|commande|mi-)|apres (la )?(validation|acceptation|remise|livraison)|des (la )?(validation|acceptation|remise|signature)|a l'issue|en fin d[eu]|au terme|chaque (mois|fin|semaine)|mensuel|sur (presentation|la base)|au vu|lorsqu|aux jalons|au fur et a mesure|a chaque|declench)|\b(declench\w*)\b[^.]*\bfactur|\b(a la (signature|validation|remise|livraison|commande|mi-)|apres (validation|acceptation)|a l'issue|a mi-)[^.]*\b(factur|\d+ ?%)|\d+ ?%[^.]*\b(a la (signature|validation|remise|livraison|commande|fin)|a (la )?mi-|a l'issue|apres (validation|acceptation))/,
          unless: /tva|contest\w* (de )?la facture/,
        }) ||
        document.headings.some((heading, index) => /echeancier|jalon/.test(heading) && /\d+ ?%/.test(document.bodies[index]!))
          ? null
          : true,
      near: { says: /\bfactur|\b(paiements?|reglements?|prix)\b/ },
      term: (terms) => terms.milestones?.every((milestone) => milestone?.trigger?.on) && terms.milestones,
      path: 'milestones',
    },
  ),
];
