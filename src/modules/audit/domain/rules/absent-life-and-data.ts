import type { Words } from '../finding.ts';
import { type Concept, type PreparedDocument, saying } from '../prepared-document.ts';
import { absenceRule, eachOf, type Rule, unlessSaid, withFramework, withGeneralTerms } from '../rule.ts';

const said = (fr: string, en: string): Words => ({ fr, en });
export const endsContract =
  /\b(resili\w*|resolution|mettre (fin|un terme)|mettra (fin|un terme)|mis fin|met fin|rompre|rupture|denonc(er|ee|iation))\b/;
const lastsOfficial = /\b(acompte|paiement|facture|preavis|confidential|penalit|conserv|valable|validite)\b/;
const months = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const day = `(\\d{1,2}(er)? (${months})( \\d{4})?|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4})`;
const lastDay = new RegExp(
  `\\b(prend(ra)? fin|s'acheve(ra)?|se termine(ra)?|expire(ra)?|arrive(ra)? a (son )?(terme|echeance)|jusqu'au|au plus tard|fin (de (la )?mission|prevue|le)|du [^.]{3,30} au|terme (le|:|fixe au))\\b[^.]{0,40}${day}|\\bau ${day}`,
);
const length =
  /\b(duree|periode|pour)\b[^.]{0,30}\b(\d+|un|une|deux|trois|quatre|six|neuf|douze)\b ?(\(\d+\) ?)?(jours|semaines?|mois|ans?|annees?)\b/;
const start =
  /\b(a (compter|partir) d|des (la )?(signature|reception)|debut|commence|demarr|prend effet|entre en vigueur|date de signature)/;

const endDateFault = (document: PreparedDocument): Words | true | null => {
  const life = document.sentences.filter(({ text }) => !lastsOfficial.test(text));
  if (life.some(({ text }) => lastDay.test(text))) return null;
  const bodies = document.bodies.filter((body) => length.test(body) && start.test(body));
  if (life.some(({ text }) => length.test(text) && (start.test(text) || bodies.some((body) => body.includes(text))))) return null;
  if (life.some(({ text }) => /\bduree indeterminee\b/.test(text)))
    return said('La durée est indéterminée : aucune date ne termine la mission.', 'The term is open: no date ends the mission.');
  return true;
};

const ownership =
  /\b(propriete|proprietaires?|appartien(t|nent|dra|dront)|(est|sont|reste|restent|seront|sera|demeurent?) (la )?(cede|cedes|cedee|cedees|transfer|restitue|remis|acquis|conserve)\w*|cession|conserve(nt|ra)?|restitu\w*|remise?s? au client|garde(nt|ra)?|detrui\w*|supprim\w*)\b/;
const owned = (thing: string): Concept => ({
  says: new RegExp(`\\b(${thing})\\b[^.]*${ownership.source}|${ownership.source}[^.]*\\b(${thing})\\b`),
});

const generalTermsWords = /\b(conditions generales|cgv|cgps?|conditions d'intervention)\b/;
const attachedOrDated =
  /\b(annex\w*|joint(e|es)|ci-jointe?s?|ci-apres|versions?|edition|en vigueur (au|a la date)|en date du|du \d{1,2}|remises?|pris connaissance|prend connaissance|acceptees?)\b/;

export const absentLifeAndData: readonly Rule[] = [
  absenceRule(
    {
      id: 'A20',
      severity: 'bloquant',
      title: said('Résiliation et préavis', 'Termination and notice'),
      why: said(
        'Ni comment arrêter, ni avec quel préavis, ni ce qui reste dû : la rupture sera brutale ou contestée.',
        'Neither how to stop, nor with what notice, nor what stays owed: the break will be abrupt or contested.',
      ),
      risk: 'impayes',
      source: 'C. civ. 1211, 1226',
      cures: ['resiliation', 'manquement'],
    },
    {
      kinds: withGeneralTerms,
      missing: (document) => {
        if (
          !saying(document, {
            says: endsContract,
            unless: /resolution (amiable|des (litiges|differends|conflits))|\brupture (de charge|conventionnelle)/,
          })
        )
          return true;
        return saying(document, {
          says: /\bpreavis\b[^.]*\b(\d+|un|deux|trois|quinze|trente|huit)\b|\b(\d+|un|deux|trois|quinze|trente|huit) ?(\(\d+\) ?)?(jours|mois|semaines)\b[^.]*\b(preavis|avant|a l'avance)\b/,
        })
          ? null
          : said('La résiliation est prévue, sans durée de préavis.', 'Termination is foreseen, without a notice period.');
      },
      near: { says: endsContract },
      term: (terms) => terms.termination?.clientNoticeDays != null && terms.termination.providerNoticeDays != null,
      path: 'termination',
    },
  ),
  absenceRule(
    {
      id: 'A21',
      severity: 'bloquant',
      title: said('Date de fin de mission', 'End date of the mission'),
      why: said(
        'Une mission sans fin écrite ne s’arrête que par un conflit.',
        'A mission without a written end only stops by a conflict.',
      ),
      risk: 'derive',
      source: 'C. civ. 1210, 1212',
      cures: ['duree'],
    },
    {
      kinds: withFramework,
      missing: endDateFault,
      near: { says: /\b(duree|periode|mois|semaines)\b/, unless: /paiement|payable|factur|preavis|confidential/ },
      term: (terms) => terms.period?.endsOn,
      path: 'period',
    },
  ),
  absenceRule(
    {
      id: 'A22',
      severity: 'bloquant',
      title: said('Confidentialité', 'Confidentiality'),
      why: said(
        'Rien ne protège les informations échangées : le fichier et les offres du client peuvent circuler.',
        'Nothing protects what is exchanged: the client’s file and offers may circulate.',
      ),
      risk: 'donnees',
      source: 'C. civ. 1112-2',
      cures: ['confidentialite'],
    },
    {
      kinds: withGeneralTerms,
      missing: unlessSaid({
        says: /\b(confidenti\w*|secret des affaires|secret professionnel|gard\w* secret|secretes?|non[ -]divulgation|divulgu\w*)\b/,
      }),
      near: { says: /\b(donnees|fichier|informations)\b/ },
      term: (terms) => terms.confidentiality?.years,
      path: 'confidentiality',
    },
  ),
  absenceRule(
    {
      id: 'A23',
      severity: 'bloquant',
      title: said('Protection des données des prospects', 'Protection of prospect data'),
      why: said(
        'Le prestataire traite des données pour le client : l’article 28 du RGPD exige un écrit.',
        'The provider processes data for the client: GDPR article 28 requires a written agreement.',
      ),
      risk: 'donnees',
      source: 'RGPD art. 28',
      cures: ['rgpd-traitement', 'rgpd-instructions'],
    },
    {
      kinds: withGeneralTerms,
      missing: unlessSaid({
        says: /\b(rgpd|donnees (a caractere )?personnel(les)?|protection des donnees|2016\/679|informatique et libertes|cnil|responsable (du|de) traitement|donnees (des|de) prospects)\b/,
      }),
      near: { says: /\b(fichier|prospects|donnees)\b/ },
      term: (terms) => terms.data?.processing?.purpose,
      path: 'data.processing',
    },
  ),
  absenceRule(
    {
      id: 'A24',
      severity: 'bloquant',
      title: said('Propriété des fichiers, scripts et enregistrements', 'Ownership of files, scripts and recordings'),
      why: said(
        '« Qui conserve les fichiers enrichis, les scripts optimisés, les enregistrements d’appels ? » : il faut trois réponses.',
        'Who keeps the enriched files, the improved scripts, the recordings? Three answers are needed.',
      ),
      risk: 'donnees',
      source: 'CPI L111-1, L131-3, L341-1',
      cures: ['donnees-fichier', 'donnees-scripts', 'donnees-enregistrements'],
    },
    {
      kinds: withGeneralTerms,
      missing: eachOf([
        {
          name: said('le fichier enrichi', 'the enriched file'),
          said: owned('fichiers?|bases? de (donnees|prospects)|donnees (collectees|enrichies|generees|produites)'),
        },
        { name: said('les scripts', 'the scripts'), said: owned('scripts?|argumentaires?|trames?|supports?') },
        {
          name: said('les enregistrements d’appels', 'the call recordings'),
          said: (document) =>
            Boolean(
              saying(document, owned('enregistrements?')) ??
              saying(document, {
                says: /\b(aucun (appel|enregistrement)|appels?)\b[^.]*\b(n'est|ne sont|ne seront|ne sera) (pas )?enregistre/,
              }),
            ),
        },
      ]),
      near: { says: /\b(fichier|script|argumentaire|enregistrement|propriete|donnees)s?\b/ },
      term: (terms) => terms.data?.enrichedFileOwner && terms.data.scriptsOwner && terms.data.recordingsOwner,
      path: 'data.enrichedFileOwner',
    },
  ),
  absenceRule(
    {
      id: 'A26',
      severity: 'avertissement',
      title: said('Hypothèses et révision', 'Assumptions and revision'),
      why: said(
        'Le prix repose sur des hypothèses (qualité du fichier, saison) qui ne sont ni écrites ni révisables.',
        'The price rests on assumptions (file quality, season) that are neither written nor open to revision.',
      ),
      risk: 'derive',
      source: 'C. civ. 1195',
      cures: ['ajustements'],
    },
    {
      kinds: withFramework,
      missing: unlessSaid({
        says: /\b(hypotheses?|revis(e|er|es|ee|ees|able|ables|ion|ions)\b|revoyure|reneg\w*|imprevision|1195|indexation|reajust\w*)/,
        unless: /\brevisions? (du|de) (texte|script|maquette)/,
      }),
      near: { says: /\b(prix|tarif|fichier)\b/ },
      term: (terms) => terms.hypotheses,
      path: 'hypotheses',
    },
  ),
  absenceRule(
    {
      id: 'A27',
      severity: 'avertissement',
      title: said('Avenant', 'Amendment'),
      why: said(
        'Rien n’oblige à écrire un changement de volume, de planning ou de livrable.',
        'Nothing requires a change of volume, schedule or deliverable to be written.',
      ),
      risk: 'derive',
      source: 'C. civ. 1193',
      cures: ['ajustements'],
    },
    {
      kinds: withGeneralTerms,
      missing: unlessSaid({
        says: /\bavenants?\b|\b(modification|changement|evolution|ajout|complement|demande)\w*\b[^.]*\b(par ecrit|ecrite?s?|nouveau devis|signee?s?|devis complementaire)\b|\bnouveau devis\b/,
      }),
      near: { says: /\b(modifi|evolution|changement|supplementaire)/ },
    },
  ),
  absenceRule(
    {
      id: 'A29',
      severity: 'bloquant',
      title: said('Conditions générales annexées et datées', 'General terms annexed and dated'),
      why: said(
        'Des conditions générales non remises, ou sans version, ne s’opposent pas au client.',
        'General terms that were not handed over, or bear no version, do not bind the client.',
      ),
      risk: 'impayes',
      source: 'C. civ. 1119 ; C. com. L441-1',
      cures: ['cgv-application'],
    },
    {
      kinds: [...withFramework, 'cgv'],
      missing: (document) => {
        if (document.kind === 'cgv')
          return document.bodies.some((body) =>
            /\b(versions?|edition|en vigueur|mises? a jour|applicables? (a compter|au|depuis)|date d'effet)\b/.test(body),
          ) || /version|edition|\d{4}/.test(document.title.toLowerCase())
            ? null
            : said(
                'Ces conditions générales ne portent ni version ni date.',
                'These general terms bear neither version nor date.',
              );
        const inside = document.headings.some((heading) => generalTermsWords.test(heading));
        if (inside || document.generalTermsEdition !== undefined) return null;
        const mentioned = saying(document, { says: generalTermsWords });
        if (!mentioned) return true;
        return document.sentences.some(({ text }) => generalTermsWords.test(text) && attachedOrDated.test(text))
          ? null
          : said(
              'Les conditions générales sont citées, ni annexées ni datées.',
              'General terms are cited, neither annexed nor dated.',
            );
      },
      near: { says: generalTermsWords },
    },
  ),
  absenceRule(
    {
      id: 'A30',
      severity: 'avertissement',
      title: said('Responsabilité', 'Liability'),
      why: said(
        'Jusqu’où chacun répond n’est pas dit : une obligation de moyens sera plaidée comme un résultat.',
        'How far each answers is not said: a duty of care will be pleaded as a result.',
      ),
      risk: 'desaccord',
      source: 'C. civ. 1231-1, 1170',
      cures: ['responsabilite'],
    },
    {
      kinds: withGeneralTerms,
      missing: unlessSaid({
        says: /\bresponsabilites?\b|\bobligation de (moyens|resultat)\b|\best responsable d(es|e|u) (dommage|prejudice)|\bne (saurait|pourra) etre tenue? (pour )?responsable\b|\brepond d(es|e)\b/,
        unless: /responsabilite (societale|sociale|elargie)|responsable (de|du) traitement/,
      }),
      near: { says: /\b(obligation|garanti|assur)/ },
      term: (terms) => terms.liability?.insurance,
      path: 'liability',
    },
  ),
];
