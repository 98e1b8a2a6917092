import type { Words } from '../finding.ts';
import { type PreparedDocument, saying } from '../prepared-document.ts';
import { absenceRule, eachOf, missionKinds, type Rule, unlessSaid, withFramework } from '../rule.ts';

const said = (fr: string, en: string): Words => ({ fr, en });

/** A result is at stake: an appointment, a lead, a qualified contact. */
export const resultWords = /\b(rendez-vous|rdvs?|leads?|opportunites?|contacts? qualifies?|prospects? qualifies?)\b/;
const defines =
  /\b(s'entend(ent)?|on entend par|est entendu par|designe(nt)?|definit|defini(e|es|s)?\b|definition|(est|sont) (considere|repute)(e|s|es)? (comme )?(un |une |tout )?(rendez-vous |contact |lead )?(qualifie|conforme|valide|exploitable|acquis)|(est|constitue) (un|une|tout|toute) (echange|entretien|rencontre|appel|interlocuteur|rendez-vous|contact|personne|entreprise)|(est|sont) (qualifie|conforme|valide|exploitable)(e|s|es)? (lorsqu|si |quand|des lors)|doit (remplir|reunir|satisfaire|repondre)|doivent (remplir|reunir|satisfaire))/;

/** Somewhere it is written what an appointment, or a qualified contact, is. */
export const definesResult = (document: PreparedDocument): boolean =>
  document.sentences.some(({ text, heading }) => (resultWords.test(text) || resultWords.test(heading)) && defines.test(text)) ||
  document.headings.some(
    (heading, index) => /definition/.test(heading) && resultWords.test(`${heading} ${document.bodies[index]}`),
  );

const measurable = [
  /\b(decideurs?|decisionnaires?|dirigeants?|directeurs?|directrices?|fonction|poste|responsable des|prescri(t|pteur))\b/,
  /\b(besoins?|projets?|contexte|problematique)\b/,
  /\b(budgets?|echeances? d|delai de decision|montant)\b/,
  /\b(interet|interess|accepte (une date|le principe)|d'accord pour)/,
  /\b(date et (une |l')?heure|date, (une )?heure|creneau|agenda|confirmation (ecrite|par)|confirme)/,
  /\b(effectifs?|salaries|chiffre d'affaires|secteur|code naf|taille)\b/,
];

const resultsSection = /rendez-vous|rdv|lead|qualif|resultat|critere|objectif|definition/;

/** Two objective criteria at least, where results are spoken of. */
const countsCriteria = (document: PreparedDocument): boolean => {
  const under = document.bodies.filter(
    (body, index) =>
      resultsSection.test(document.headings[index]!) || (resultWords.test(body) && /\bcriteres?\b|qualifi|defini/.test(body)),
  );
  return under.some((body) => measurable.filter((criterion) => criterion.test(body)).length >= 2);
};

const spoken = { says: resultWords };
const whenResultsMatter =
  (missing: (document: PreparedDocument) => Words | true | null) =>
  (document: PreparedDocument): Words | true | null =>
    saying(document, spoken) ? missing(document) : null;

const reportWords = /\b(reportings?|comptes?[ -]rendus?|rapports?|syntheses?|tableaux? de (bord|suivi)|bilans?)\b/;
const frequency =
  /\b(hebdomadaires?|bi-?hebdomadaires?|mensuel(le|s|les)?|bi-?mensuel(le|s|les)?|quotidien(ne|s|nes)?|journali(er|ere|ers)|trimestriel(le)?|chaque (semaine|jour|mois|soir|lundi|mardi|mercredi|jeudi|vendredi)|par (semaine|mois|jour)|tous les|toutes les|en fin de (semaine|mission|campagne)|a la fin de la mission)\b/;
const channel =
  /\b(e-?mails?|mails?|courriels?|visio(conference)?|telephon(e|ique)s?|espace (client|en ligne|partage)|dans l'espace|portail|en ligne|plateforme|reunions?|partage(e|es|s)?|google|teams|drive|voie electronique|par ecrit|crm)\b/;

/** Where reports are spoken of: their sentence, and those of the same section. */
const reportText = (document: PreparedDocument): string =>
  document.bodies
    .filter((body, index) => reportWords.test(body) || /report|compte.rendu|suivi|pilotage/.test(document.headings[index]!))
    .join('\n');

const mentions = (document: PreparedDocument, words: RegExp): boolean => document.bodies.some((body) => words.test(body));

export const absentResults: readonly Rule[] = [
  absenceRule(
    {
      id: 'A06',
      severity: 'bloquant',
      title: said('Définition du rendez-vous ou du contact qualifié', 'Definition of a qualified appointment or contact'),
      why: said(
        'Le résultat compte, mais rien n’écrit ce qu’il est : chacun en aura sa définition au moment de payer.',
        'The result matters, yet nothing says what it is: each side will have its own definition when it is time to pay.',
      ),
      risk: 'desaccord',
      source: 'C. civ. 1103',
      cures: ['rendez-vous'],
    },
    {
      kinds: withFramework,
      missing: whenResultsMatter((document) => (definesResult(document) ? null : true)),
      near: spoken,
      term: (terms) => terms.appointments?.definition,
      path: 'appointments.definition',
    },
  ),
  absenceRule(
    {
      id: 'A07',
      severity: 'bloquant',
      title: said('Critères mesurables', 'Measurable criteria'),
      why: said(
        'Sans critères objectifs fixés avant le premier appel, un refus ne se discute qu’à l’opinion.',
        'Without objective criteria fixed before the first call, a refusal can only be argued by opinion.',
      ),
      risk: 'desaccord',
      cures: ['rendez-vous'],
    },
    {
      kinds: withFramework,
      missing: whenResultsMatter((document) => (countsCriteria(document) ? null : true)),
      near: spoken,
      term: (terms) => terms.appointments?.criteria,
      path: 'appointments.criteria',
    },
  ),
  absenceRule(
    {
      id: 'A08',
      severity: 'bloquant',
      title: said('Volume par période', 'Volume by period'),
      why: said(
        'Aucun volume rapporté à une période : ni le rythme ni le retard ne peuvent être constatés.',
        'No volume over a period: neither pace nor lateness can be established.',
      ),
      risk: 'derive',
      cures: ['duree'],
    },
    {
      kinds: missionKinds,
      missing: (document) => {
        const volume =
          /\d[\d ]* ?\)? ?(appels?|heures?|h|contacts?|fiches?|rendez-vous|rdvs?|leads?|conversations?|jours?|journees?)\b/;
        const period =
          /\b(par (jour|semaine|mois|campagne)|mensuel|hebdomadaire|quotidien|sur (un|deux|trois|quatre|six|\d+) (mois|semaines?|jours)|chaque (jour|semaine|mois)|(pour|pendant|sur) (toute )?(la (duree de la )?)?(mission|campagne|periode)|\/ ?(mois|jour|semaine)|sur la duree|au total)\b/;
        const notAVolume = /preavis|paiement|payable|penalit|resili|confidential|\bretard|reglement|\bdelai|\bouvre/;
        return document.sentences.some(
          ({ text, heading }) =>
            volume.test(text) &&
            !notAVolume.test(text) &&
            (period.test(text) ||
              /volume|duree|planning/.test(heading) ||
              document.bodies.some((body) => body.includes(text) && period.test(body) && /volume/.test(body))),
        )
          ? null
          : true;
      },
      near: { says: /\b(appels?|heures|prospection)\b/ },
      term: (terms) => terms.volumes?.period && (terms.volumes.calls ?? terms.volumes.hours ?? terms.volumes.appointments),
      path: 'volumes',
    },
  ),
  absenceRule(
    {
      id: 'A25',
      severity: 'bloquant',
      title: said('Comptes rendus : type, fréquence, canal', 'Reports: type, frequency, channel'),
      why: said(
        'Le suivi attendu n’est pas écrit : le client le dira insuffisant, le prestataire le dira non prévu.',
        'The expected reporting is not written: one side will call it too little, the other unforeseen.',
      ),
      risk: 'desaccord',
      cures: ['pilotage'],
    },
    {
      kinds: withFramework,
      missing: (document) => {
        if (!mentions(document, reportWords)) return true;
        const text = reportText(document);
        return eachOf([
          { name: said('la fréquence', 'the frequency'), said: () => frequency.test(text) },
          { name: said('le canal', 'the channel'), said: () => channel.test(text) },
        ])(document);
      },
      near: { says: reportWords },
      term: (terms) => terms.reporting?.frequency && terms.reporting.channel,
      path: 'reporting',
    },
  ),
  absenceRule(
    {
      id: 'A28',
      severity: 'avertissement',
      title: said('Arbitrage du fichier, du script et de la cible', 'Rules for a bad file, a new script, a wider target'),
      why: said(
        'Ce qui arrive quand le fichier est mauvais, que le script change ou que la cible s’élargit n’est pas écrit.',
        'What happens when the file is bad, the script changes or the target widens is not written.',
      ),
      risk: 'derive',
      cures: ['ajustements'],
    },
    {
      kinds: withFramework,
      missing: eachOf([
        {
          name: said('le fichier de mauvaise qualité', 'a file of poor quality'),
          said: {
            says: /\b(fichiers?|bases?|fiches?|numeros)\b[^.]*\b(mauvaise qualite|defauts?|defectueu|obsolete|erron|inexploitable|invalid|incomplet|non conforme|doublons|faux numeros|inexact)|\bqualite (du|des) fichiers?\b|\bfaux numeros\b/,
          },
        },
        {
          name: said('l’évolution du script', 'a change of script'),
          said: {
            says: /\b(scripts?|argumentaires?|discours)\b[^.]*\b(evolu|modif|nouvelles? versions?|chang|revis|adapt|mise a jour)|\b(evolution|modification|changement|nouvelles? versions?|revision|adaptation)s?\b[^.]*\b(scripts?|argumentaires?|discours)\b/,
          },
        },
        {
          name: said('l’élargissement de la cible', 'a wider target'),
          said: {
            says: /\bcibles?\b[^.]*\b(elargi|modifi|chang|ajust|eten[dt]|redefin)|\b(elargissement|changement|modification|extension|ajustement|redefinition)\b[^.]*\b(cible|ciblage)\b|\b(modifie|elargit|change|etend)(nt)? (la|sa) cible/,
          },
        },
      ]),
      near: { says: /\b(fichier|script|argumentaire|cible)\b/ },
      term: (terms) => terms.changes?.whenFileIsBad && terms.changes.whenScriptChanges && terms.changes.whenTargetWidens,
      path: 'changes',
    },
  ),
  absenceRule(
    {
      id: 'A31',
      severity: 'avertissement',
      title: said('Délais de retour du client', 'How fast the client answers'),
      why: said(
        'Le client n’a aucun délai pour répondre, valider ou fournir : c’est la mission qui attend.',
        'The client has no time limit to answer, approve or provide: the mission waits.',
      ),
      risk: 'derive',
      cures: ['ajustements'],
    },
    {
      kinds: withFramework,
      missing: unlessSaid({
        says: /\b(clients?|donneur d'ordre|chaque partie|les parties|beneficiaire)\b[^.]*\b(dans (un delai de|les|un delai maximum de)|sous|au plus tard|en moins de)\b[^.]*\b(\d+|un|deux|trois|cinq|quarante-huit|vingt-quatre)\b[^.]*\b(jours?|heures?|h)\b|\bdelais? de (retour|reponse|validation)\b[^.]*\d+|\b(\d+|deux|trois|cinq) (jours|heures) (ouvres |ouvrables )?(pour (valider|refuser|repondre|accepter|contester))/,
        unless: /preavis|resili|paiement|payable|facture|mise en demeure|reglera|regler/,
      }),
      near: { says: /\b(valid|accept|retour|fourni|transme)/ },
      term: (terms) => terms.changes?.replyWorkingDays,
      path: 'changes',
    },
  ),
];
