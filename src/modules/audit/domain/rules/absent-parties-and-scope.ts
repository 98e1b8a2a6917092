import { siretProblem } from '../../../parties/index.ts';
import type { Words } from '../finding.ts';
import type { PreparedDocument } from '../prepared-document.ts';
import { saying } from '../prepared-document.ts';
import { absenceRule, eachOf, missionKinds, type Rule, unlessSaid, withFramework } from '../rule.ts';

const said = (fr: string, en: string): Words => ({ fr, en });
const callsBought = { says: /\d[\d ]* ?(appels?|heures?|contacts?|fiches?|rendez-vous|rdv|jours?|journees?)\b/ };
const party = /\b(clients?|donneur d'ordre|beneficiaire|destinataire|a l'attention de|facture a|societe|raison sociale)\b/;
const siretLike = /\b\d{3} ?\d{3} ?\d{3} ?\d{5}\b/g;

/** The paragraphs that name the parties: from the one that says « client » to five lines below. */
const partyText = (document: PreparedDocument): string =>
  document.bodies
    .map((body) => {
      const lines = body.split('\n');
      return lines
        .filter((_, index) => lines.slice(Math.max(0, index - 5), index + 1).some((line) => party.test(line)))
        .join('\n');
    })
    .join('\n');

/** Who buys: its SIRET with a valid key, and an address with a post code. The article asks for it « sur chaque devis freelance ». */
const clientIdentityFault = (document: PreparedDocument): Words | null => {
  const whole = document.bodies.join('\n');
  const numbers = (whole.match(siretLike) ?? []).map((number) => number.replaceAll(' ', ''));
  const wrong = numbers.filter((number) => siretProblem(number) !== null);
  if (wrong.length > 0)
    return said(`Le SIRET ${wrong[0]} n’existe pas : sa clé est fausse.`, `SIRET ${wrong[0]} does not exist: its key is wrong.`);
  const near = partyText(document);
  const distinct = new Set(numbers.map((number) => number.slice(0, 9)));
  const clientNumber = distinct.size >= 2 || (/\bsiret\b/.test(near) && distinct.size === 1 && isTheClients(document));
  const lacking = [
    ...(clientNumber ? [] : [said('le SIRET du client', 'the client’s SIRET')]),
    ...(/\b\d{5}\b(?! ?\d)[ ,]+[a-z]/.test(near.replace(siretLike, '')) ? [] : [said('son adresse', 'its address')]),
  ];
  if (lacking.length === 0) return null;
  return said(`Il manque : ${lacking.map(({ fr }) => fr).join(' ; ')}.`, `Missing: ${lacking.map(({ en }) => en).join('; ')}.`);
};

/** One number only: it is the client's when the words before it name the client after the provider. */
const isTheClients = (document: PreparedDocument): boolean =>
  document.bodies.some((body) => {
    const at = body.search(/\b\d{3} ?\d{3} ?\d{3} ?\d{5}\b/);
    if (at < 0) return false;
    const before = body.slice(Math.max(0, at - 260), at);
    return (
      before.search(/\b(client|donneur d'ordre|destinataire|facture a)\b/) >
      before.search(/\b(prestataire|freelance|consultant)\b/)
    );
  });

export const absentPartiesAndScope: readonly Rule[] = [
  absenceRule(
    {
      id: 'A01',
      severity: 'bloquant',
      title: said('Identité du client', 'Identity of the client'),
      why: said(
        'Sans raison sociale, SIRET et adresse, on ne sait pas qui doit payer ni qui mettre en demeure.',
        'Without name, SIRET and address, nobody knows who owes or whom to serve notice on.',
      ),
      risk: 'impayes',
      source: 'C. com. L441-9',
      cures: ['objet'],
    },
    {
      kinds: withFramework,
      missing: clientIdentityFault,
      near: { says: /\b(client|donneur d'ordre|destinataire|a l'attention de)\b/ },
    },
  ),
  absenceRule(
    {
      id: 'A02',
      severity: 'bloquant',
      title: said('Périmètre inclus', 'What is included'),
      why: said(
        'Ce qui est compris n’est pas écrit : chaque demande nouvelle se dira comprise.',
        'What is included is not written: every new request will be said to be.',
      ),
      risk: 'derive',
      cures: ['perimetre'],
    },
    {
      kinds: withFramework,
      missing: unlessSaid({
        says: /\b(comprend|comprennent|comprenant|inclut|incluent|incluant|consiste(nt)?|a pour (objet|mission)|prestations? suivantes?|missions? suivantes?|taches? (incluses?|comprises?|suivantes?)|s'engage a (realiser|effectuer|assurer|fournir)|est charge(e)? d[e'u]|confie(nt)? (au|a la|a l'|a )|realise(ra)? pour le compte)\b/,
        unless: /\b(prix|frais|hors taxes|confidentiel)|ne (comprend|comprennent|inclut|incluent)\b/,
      }),
      near: callsBought,
      term: (terms) => terms.scope?.included,
      path: 'scope.included',
    },
  ),
  absenceRule(
    {
      id: 'A03',
      severity: 'avertissement',
      title: said('Exclusions', 'Exclusions'),
      why: said(
        'Rien ne dit ce qui est hors périmètre : un refus de tâche supplémentaire sera discuté.',
        'Nothing says what is out of scope: refusing an extra task will be argued.',
      ),
      risk: 'derive',
      cures: ['perimetre'],
    },
    {
      kinds: withFramework,
      missing: unlessSaid({
        says: /\b(ne (comprend|comprennent|couvre|couvrent) pas|n'(inclut|incluent|englobe) pas|exclue?s?\b|exclusions?|hors[ -](perimetre|scope|champ)|non (comprise?s?|incluse?s?)|a l'exclusion d|ne (sont|est) pas (compris|inclus)|ne peu(ven)?t etre exige)/,
        unless: /responsabilit|dommage|prejudice|garantie|jours? feries|samedis?|dimanches?|tribuna|competence/,
      }),
      near: { says: /\b(comprend|perimetre|a pour objet|prestation)/ },
      term: (terms) => terms.scope?.excluded,
      path: 'scope.excluded',
    },
  ),
  absenceRule(
    {
      id: 'A04',
      severity: 'bloquant',
      title: said('Livrables', 'Deliverables'),
      why: said(
        'Ce qui sera remis n’est pas nommé : la mission ne peut être ni livrée ni reçue.',
        'What will be handed over is not named: the mission can be neither delivered nor received.',
      ),
      risk: 'desaccord',
      cures: ['perimetre'],
    },
    {
      kinds: withFramework,
      missing: unlessSaid({
        says: /\blivrables?\b|\bcomptes?[ -]rendus?\b|\brapports?\b(?! (de force|commercia|contractuel|avec))|\bfichiers? (mis a jour|enrichis?|qualifies?|complete)|\btableaux? de (bord|suivi)\b|\b(remet|remettra|livre|livrera) (au client|un|une|le|la|les|chaque)\b|\bsyntheses?\b/,
        unless: /\b(client|donneur d'ordre) (remet|remettra|livre|livrera|fournit)\b|propriete|appartien/,
      }),
      near: callsBought,
      term: (terms) => terms.scope?.deliverables,
      path: 'scope.deliverables',
    },
  ),
  absenceRule(
    {
      id: 'A05',
      severity: 'bloquant',
      title: said('Limites de la prestation', 'Limits of the service'),
      why: said(
        'Aucun plafond d’heures, d’appels ou de versions : le prix est fixe et le travail ne l’est pas.',
        'No ceiling of hours, calls or versions: the price is fixed and the work is not.',
      ),
      risk: 'derive',
      cures: ['duree'],
    },
    {
      kinds: missionKinds,
      missing: unlessSaid({
        says: /\d[\d ]* ?\)? ?(heures?|h|appels?|contacts?|fiches?|versions?|rendez-vous|rdv|tentatives?|journees?|entretiens?|jours (d'appel|de prospection|de travail|de mission))\b[^.]*\b(au plus(?! tard)|(au )?maxim(um|al|ale|ales|ums)|plafonn|compris|comprises|inclus|incluses|au-dela)|\b(dans la limite|limitee?s? a|plafonnee?s? a|plafond|maxim(um|al|ale)|n'excede|(ne|n') ?(peut|pourra|peuvent|saurait)? ?(exceder|depass)|au-dela|couvre|comprend|inclut|forfait)\b[^.]*\d[\d ]* ?(heures?|h|appels?|contacts?|fiches?|versions?|rendez-vous|rdv|tentatives?|journees?)\b/,
        unless: /preavis|penalit|resili|confidential|mise en demeure/,
      }),
      near: callsBought,
      term: (terms) => terms.volumes?.calls ?? terms.volumes?.hours ?? terms.volumes?.appointments,
      path: 'volumes',
    },
  ),
  absenceRule(
    {
      id: 'A09',
      severity: 'bloquant',
      title: said('Créneaux d’appel', 'Calling hours'),
      why: said(
        'Les jours et heures d’appel ne sont pas écrits : ni le plan de charge ni les plaintes ne se règlent.',
        'Days and hours of calling are not written: neither the workload nor complaints can be settled.',
      ),
      risk: 'desaccord',
      source: 'C. conso. D223-9',
      cures: ['appels'],
    },
    {
      kinds: missionKinds,
      missing: unlessSaid({
        says: /\b\d{1,2} ?(h|:|heures?) ?(\d{2})?\b ?(a|-|et|jusqu'a|\/) ?\d{1,2} ?(h|:|heures?)/,
        unless: /\b(support|hotline|service client|bureaux ouverts)\b/,
      }),
      near: { says: /\b(creneaux?|plages? horaires?|horaires?|appels?)\b/ },
      term: (terms) => terms.calling?.slots,
      path: 'calling.slots',
    },
  ),
  absenceRule(
    {
      id: 'A10',
      severity: 'bloquant',
      title: said('Zones d’appel et listes d’opposition', 'Calling areas and suppression lists'),
      why: said(
        'Un appel vers une zone exclue ou une personne qui s’est opposée engage les deux parties.',
        'A call to a forbidden area, or to a person who objected, exposes both parties.',
      ),
      risk: 'donnees',
      source: 'RGPD art. 21',
      cures: ['appels'],
    },
    {
      kinds: missionKinds,
      missing: eachOf([
        {
          name: said('les zones d’appel', 'the calling areas'),
          said: {
            says: /\b(zones?|territoire|departements?|regions?|secteur geographique|france( metropolitaine| entiere)?|ile-de-france|geographiques?|nationale?|departement)\b/,
            unless: /droit francais|loi francaise|tribuna|code de commerce/,
          },
        },
        {
          name: said('le respect des listes d’opposition', 'the suppression lists'),
          said: {
            says: /listes? d'opposition|s'oppos(e|ent|er|ant|erait)\b|opposition (au demarchage|a la prospection|aux appels)|droit d'opposition|liste rouge|liste repoussoir|bloctel|(ne (souhait|veu)\w* (pas|plus)) etre (appele|contacte|demarche|rappele)/,
          },
        },
      ]),
      near: { says: /\b(appels?|prospect|cible)/ },
      term: (terms) => terms.calling?.suppressionLists,
      path: 'calling.suppressionLists',
    },
  ),
  absenceRule(
    {
      id: 'A11',
      severity: 'avertissement',
      title: said('Fichier de prospection', 'Prospect file'),
      why: said(
        'Source, taille et format du fichier décident du résultat ; non écrits, ils se retournent contre celui qui appelle.',
        'Source, size and format of the file decide the result; unwritten, they turn against the caller.',
      ),
      risk: 'desaccord',
      cures: ['fichier'],
    },
    {
      kinds: missionKinds,
      missing: eachOf([
        {
          name: said('sa source', 'its source'),
          said: {
            says: /\b(fichiers?|bases?( de donnees| de prospects)?|listes? de (prospects|contacts|societes))\b[^.]*\b(fournie?s?|remise?s?|transmise?s?|achete|loue|mise?s? a disposition|provenance|provient|extraite?|issue?s?)|\b(fournit|remet|transmet|fournira|remettra|transmettra|provenance|fournie?s?|fourniture)\b[^.]*\b(fichiers?|bases?|listes? de)\b/,
            unless: /mis a jour/,
          },
        },
        {
          name: said('sa taille', 'its size'),
          said: { says: /\d[\d ]* ?(fiches?|contacts?|prospects?|lignes?|societes|entreprises|enregistrements|coordonnees)\b/ },
        },
        {
          name: said('son format', 'its format'),
          said: { says: /\b(csv|excel|xlsx?|tableur|google sheets?|crm|ods|format)\b/ },
        },
      ]),
      near: { says: /\b(fichiers?|base de (donnees|prospects)|prospects)\b/ },
      term: (terms) => terms.scope?.fileSource && terms.scope.fileSize,
      path: 'scope.fileSource',
    },
  ),
  absenceRule(
    {
      id: 'A12',
      severity: 'avertissement',
      title: said('Script validé par le client', 'Script approved by the client'),
      why: said(
        'Un discours non validé peut être désavoué après coup, avec les rendez-vous qu’il a donnés.',
        'A pitch that was not approved can be disowned afterwards, with the appointments it brought.',
      ),
      risk: 'desaccord',
      cures: ['fichier'],
    },
    {
      kinds: missionKinds,
      missing: (document) => {
        const script = /\b(scripts?|argumentaires?|trames? d'appel|guides? d'(appel|entretien))\b/;
        const found = saying(document, { says: script });
        if (!found) return true;
        const approved = /\b(valid|approuv|accord|agre|soumis|accepte)/;
        return document.sentences.some((sentence) => script.test(sentence.text) && approved.test(sentence.text)) ||
          document.bodies.some(
            (body) => script.test(body) && /\b(le|ce|celui-ci|il) (est|sera|doit etre) (valide|approuve)/.test(body),
          )
          ? null
          : said('Un script est prévu, mais personne ne le valide.', 'A script is planned, but nobody approves it.');
      },
      near: { says: /\b(scripts?|argumentaires?|appels?)\b/ },
      term: (terms) => terms.calling?.script?.approvedByClient ?? (terms.calling?.script?.required === false || null),
      path: 'calling.script',
    },
  ),
  absenceRule(
    {
      id: 'A32',
      severity: 'conseil',
      title: said('Canaux complémentaires et relances', 'Other channels and follow-ups'),
      why: said(
        'Ni le nombre de rappels ni les relances écrites ne sont fixés : l’effort attendu est sans borne.',
        'Neither the number of call-backs nor written follow-ups are fixed: the expected effort has no bound.',
      ),
      risk: 'derive',
      cures: ['appels'],
    },
    {
      kinds: missionKinds,
      missing: unlessSaid(
        {
          says: /\b(relances?|rappels?|rappelee?s?|tentatives?|canal|canaux)\b/,
          unless: /impaye|paiement|facture|penalit|sans rappel|retard|reglement/,
        },
        { says: /\b(e-?mails?|courriels?|sms|linkedin)\b[^.]*\b(suivi|prospect|relance|complement)/ },
      ),
      near: { says: /\b(appels?|prospection)\b/ },
      term: (terms) => terms.calling?.attemptsPerProspect ?? (terms.scope?.channels?.length ? terms.scope.channels : null),
      path: 'scope.channels',
    },
  ),
];
