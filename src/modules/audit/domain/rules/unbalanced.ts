import { checkedDueDate } from '../../../invoicing/index.ts';
import type { CivilDate } from '../../../../shared/time.ts';
import { delaysInWords, noticeDays, numberPattern } from '../agreed-values.ts';
import type { Hit, Words } from '../finding.ts';
import { firstUnder, type PreparedDocument, saying, sayings, spanOf } from '../prepared-document.ts';
import { documentRule, missionKinds, type Rule } from '../rule.ts';
import { endsContract } from './absent-life-and-data.ts';
import { resultWords } from './absent-results.ts';

const said = (fr: string, en: string): Words => ({ fr, en });
type Found = Omit<Hit, 'document'>[];
const buyer = `(?:le |la )?(?:client|donneur d'ordre|beneficiaire|societe cliente|mandant)`;
const seller = `(?:le |la |l')?(?:prestataire|freelance|consultante?|independante?|auto-?entrepreneur|intervenante?|tele(?:operateur|prospecteur|operatrice))`;
const both =
  /\b(chaque partie|chacune des parties|l'une (ou|et) l'autre( des parties)?|l'une des parties|les (deux )?parties|tant [^.]* que|reciproque\w*|autre partie)\b/;

const noticeOf = (document: PreparedDocument, who: string) => {
  const pattern = new RegExp(
    `\\b${who}\\b[^.;]{0,110}?preavis[^.;]{0,30}?\\b${numberPattern} ?(jours|mois)\\b|preavis[^.;]{0,25}?\\b${numberPattern} ?(jours|mois)\\b[^.;,]{0,60}?\\b${who}\\b`,
  );
  for (const sentence of document.sentences) {
    const found = pattern.exec(sentence.text);
    if (found) return { days: noticeDays(found[1] ?? found[3]!, found[2] ?? found[4]!), sentence };
  }
  return undefined;
};

const mayEnd = (who: string) =>
  new RegExp(
    `\\b${who}\\b[^.;]{0,60}?\\b(peut|pourra|peuvent|se reserve (le droit|la faculte)|est (libre|en droit)|a (le droit|la faculte)|dispose)\\b[^.;]{0,80}?${endsContract.source}`,
  );

const salesPromise =
  /\b(garanti(t|e|es|r|ssant|ssons)?|s'engage a (obtenir|realiser|generer|atteindre|produire|apporter|conclure|signer)|assure(ra)?|obligation de resultat|s'oblige a (obtenir|atteindre))\b/;
const sales =
  /\b(ventes?|chiffre d'affaires|ca additionnel|commandes? (signees?|fermes?)|contrats? signes?|signatures? de contrats?|no[ -]?show|taux de (presence|transformation|conversion|closing)|transformation des rendez-vous|retour sur investissement|roi)\b/;
const notPromised =
  /\b(ne (peut |peuvent |pourra |saurait |sont |est |)(etre )?(garanti|pas|assure|s'engage)|n'est pas|n'(offre|assure) (pas|aucune)|sans garanti|aucune (garantie|vente)|ni [^.]* ni|pas garanti|non garanti|rarement|jamais garanti|ne garantit)/;

const subordination =
  /\b(horaires? (de travail|de presence|impose\w*|obligatoires?)|presence obligatoire|lien de (subordination|dependance)|subordonne a|sous (l'autorite|la direction|les ordres|la surveillance|le controle) (hierarchique |directe? |permanente? )?(du|de la|de l'|d'un)[^.]{0,30}(client|responsable|manager|directeur|superieur)|exclusivite|exclusivement (pour|au profit|au service)|interdi\w* (de|d')[^.]{0,30}(travailler|prospecter|exercer|intervenir)[^.]{0,40}(autre|tiers|concurrent)|ne (peut|pourra|doit) (pas )?(travailler|exercer|intervenir|accepter)[^.]{0,40}(autre|tiers)|pointage|pointer|badge\w*|(conges?|absences?)[^.]{0,40}(autoris|accord|valid|soumis)|(autoris|accord)\w*[^.]{0,40}(conges?|s'absenter)|sanctions? disciplinaires?|pouvoir disciplinaire|avertissement ecrit|reglement interieur|superieur hierarchique|rend(ra)? compte quotidiennement|se conforme(ra)? aux (instructions|ordres))\b/;
const notSubordination =
  /\b(sans|aucun|exclut tout|exclusif de tout|hors de tout|ne (cree|constitue|comporte|emporte|saurait)[^.]{0,30}|en dehors de tout|absence de|ni)\b[^.]{0,40}\b(lien de|subordination|exclusivite)|\bnon exclusi|ne beneficie d'aucune exclusivite|librement|n'est (tenu|soumis) (a|d')? ?aucun/;

const denied = /\b(ne|n'[a-z]+|sans|aucune?s?|ni|non|pas|jamais|exclu\w*|ecart\w*)\b/;

const tacit =
  /\b(silence|tacite(ment)?|a defaut d[e']\w* ?(reponse|retour|refus|contestation|reaction|validation|observation)|defaut de (reponse|retour|refus|contestation|validation)|sans (reponse|retour|contestation|observation|reserve)s?\b|(est|sont|sera|seront) (repute|considere|tenu)(e|s|es)? (comme )?(pour )?(acquis|accepte|valide|definitivement|conforme)|passe ce delai|au-dela de ce delai|faute de (reponse|retour|refus|contestation|validation))/;
const acceptance = /\b(valid\w*|accept(e|er|ation|es|ee|ees|era)|refus(e|er|es|ee|ees)?)\b/;

const kpiHeading = /indicateur|\bkpis?\b|objectifs? (chiffre|de performance|quantitatif)|mesure de la performance/;
const payWords =
  /\b(remuner\w*|factur\w*|prix|prime|bonus|variable|forfait|pay(e|es|ee|ees|able|ables)|dus?|due?s?|honoraires|tarif)\b/;

/** Indicators listed in a text: the items of their section, or of the enumeration after « indicateurs : ». */
const listedIndicators = (document: PreparedDocument) => {
  for (const [index, section] of document.sections.entries()) {
    if (!kpiHeading.test(document.headings[index]!)) continue;
    const items = section.paragraphs.filter(({ text }) => /^\s*([-•–*▪◦·]|\d+[.)]|[a-z]\))\s/.test(text)).length;
    if (items > 0) return { count: items, section: index };
    const rows = section.paragraphs.filter(({ text }) => text.includes(' | ')).length;
    if (rows > 1) return { count: rows - 1, section: index };
  }
  for (const sentence of document.sentences) {
    const list = /\bindicateurs?(?: de (?:suivi|performance))?(?: suivants?| retenus| suivis?| sont| :)+ ?:? ?([^.]+)/.exec(
      sentence.text,
    )?.[1];
    if (list && /,/.test(list))
      return { count: list.split(/,| et | ; /).filter((part) => part.trim().length > 2).length, section: sentence.section };
  }
  return null;
};

const depositPolicyPercent = 40;
const depositIn = (document: PreparedDocument): number => {
  if (document.terms)
    return (document.terms.milestones ?? []).reduce(
      (sum, milestone) => sum + (milestone?.kind === 'acompte' ? Number(milestone.sharePercent ?? 0) : 0),
      0,
    );
  const found = saying(document, { says: /\bacompte|a la (signature|commande)/, unless: /\b(aucun|sans|pas d') ?acompte/ });
  return Number(/(\d{1,3}) ?%/.exec(found?.text ?? '')?.[1] ?? 0);
};
const capIn = (document: PreparedDocument): boolean =>
  document.terms
    ? document.terms.payment?.receivableCapCents != null
    : Boolean(
        saying(document, {
          says: /\bplafond (de creances?|d'encours)|encours (maximal|maximum|autorise|plafonne)|creances?[^.]*(depass|plafon)/,
          unless: /aucun plafond/,
        }),
      );

/** A day on which this delay breaks the cap of L441-10, tried over a year that has every kind of month. */
const unlawfulDay = (delay: Parameters<typeof checkedDueDate>[1]): boolean =>
  [
    '2026-01-01',
    '2026-01-31',
    '2026-02-01',
    '2026-02-28',
    '2026-03-01',
    '2026-05-31',
    '2026-06-30',
    '2026-07-01',
    '2026-11-30',
    '2026-12-02',
  ].some((day) => !checkedDueDate(day as CivilDate, delay).lawful);

export const unbalanced: readonly Rule[] = [
  documentRule(
    {
      id: 'D01',
      family: 'unbalanced',
      severity: 'avertissement',
      title: said('Préavis différents selon la partie', 'Notices that differ between the parties'),
      why: said(
        'L’une des parties peut partir plus vite que l’autre : l’écart se négocie, ou il se supprime.',
        'One side may leave faster than the other: negotiate the gap or remove it.',
      ),
      risk: 'impayes',
      source: 'C. civ. 1171',
      cures: ['resiliation'],
    },
    (document): Found => {
      const notice = document.terms?.termination;
      const differ = (client: number, provider: number) =>
        said(
          `Client : ${client} jours ; prestataire : ${provider} jours.`,
          `Client: ${client} days; provider: ${provider} days.`,
        );
      if (notice?.clientNoticeDays != null && notice.providerNoticeDays != null) {
        const [client, provider] = [Number(notice.clientNoticeDays), Number(notice.providerNoticeDays)];
        const sentence = saying(document, { says: /\bpreavis\b/ });
        return client === provider ? [] : [{ span: sentence ? spanOf(sentence) : null, detail: differ(client, provider) }];
      }
      const [client, provider] = [noticeOf(document, buyer), noticeOf(document, seller)];
      if (!client || !provider || client.days === provider.days) return [];
      return [{ span: spanOf(provider.sentence), detail: differ(client.days, provider.days) }];
    },
  ),
  documentRule(
    {
      id: 'D02',
      family: 'unbalanced',
      severity: 'bloquant',
      title: said('Résiliation réservée à une partie', 'Termination reserved to one side'),
      why: said(
        'Une seule partie peut mettre fin au contrat ; dans un contrat d’adhésion la clause est réputée non écrite.',
        'Only one side may end the contract; in an adhesion contract the clause is deemed unwritten.',
      ),
      risk: 'impayes',
      source: 'C. civ. 1171',
      cures: ['resiliation'],
    },
    (document): Found => {
      if (
        saying(document, { says: endsContract, unless: /^$/ }) &&
        sayings(document, { says: endsContract }).some(({ text }) => both.test(text))
      )
        return [];
      const client = saying(document, { says: mayEnd(buyer) });
      const provider = saying(document, { says: mayEnd(seller) });
      const one = client && !provider ? client : provider && !client ? provider : undefined;
      return one ? [{ span: spanOf(one) }] : [];
    },
  ),
  documentRule(
    {
      id: 'D03',
      family: 'unbalanced',
      severity: 'bloquant',
      title: said('Promesse de ventes ou de transformation', 'Promise of sales or conversion'),
      why: said(
        'Ventes, présence et transformation dépendent du client : elles se suivent, elles ne se garantissent pas.',
        'Sales, attendance and conversion depend on the client: they are followed, not guaranteed.',
      ),
      risk: 'desaccord',
      source: 'C. civ. 1231-1',
      cures: ['pilotage', 'responsabilite'],
    },
    (document): Found =>
      sayings(document, { says: salesPromise, unless: notPromised })
        .filter(({ text }) => sales.test(text))
        .map((sentence) => ({ span: spanOf(sentence) })),
  ),
  documentRule(
    {
      id: 'D04',
      family: 'unbalanced',
      severity: 'avertissement',
      title: said('Trop ou trop peu d’indicateurs', 'Too many or too few indicators'),
      why: said(
        '« Limiter le nombre d’indicateurs à 3 ou 5 » : au-delà plus rien n’est piloté, en deçà rien n’est mesuré.',
        'Keep three to five indicators: beyond, nothing is steered; below, nothing is measured.',
      ),
      risk: 'desaccord',
      cures: ['pilotage'],
    },
    (document): Found => {
      const own = document.terms?.indicators;
      const listed = own
        ? { count: own.length, section: document.headings.findIndex((heading) => kpiHeading.test(heading)) }
        : listedIndicators(document);
      if (!listed || (listed.count >= 3 && listed.count <= 5)) return [];
      const sentence = document.sentences.find(({ section }) => section === listed.section);
      return [
        {
          span: sentence ? spanOf(sentence) : null,
          detail: said(`${listed.count} indicateur(s).`, `${listed.count} indicator(s).`),
        },
      ];
    },
  ),
  documentRule(
    {
      id: 'D05',
      family: 'unbalanced',
      severity: 'avertissement',
      title: said('Indicateurs sans lien avec la rémunération', 'Indicators without a link to pay'),
      why: said(
        'Un indicateur engagé qui ne change rien au prix devient un reproche, jamais une règle.',
        'A committed indicator that changes nothing in the price becomes a reproach, never a rule.',
      ),
      risk: 'desaccord',
      cures: ['pilotage'],
    },
    (document): Found => {
      const sentence = firstUnder(document, kpiHeading);
      if (document.terms?.indicators?.length) {
        const loose = document.terms.indicators.filter(
          (indicator) => indicator?.nature === 'engaged' && indicator.payLink === 'none_informative',
        );
        return loose.map((indicator) => ({
          span: sentence ? spanOf(sentence) : null,
          detail: said(
            `« ${indicator?.label} » est engagé sans rémunération attachée.`,
            `“${indicator?.label}” is committed with no pay attached.`,
          ),
        }));
      }
      if (!sentence || listedIndicators(document) === null) return [];
      const linked = document.headings.some(
        (heading, index) => kpiHeading.test(heading) && payWords.test(document.bodies[index]!),
      );
      return linked ? [] : [{ span: spanOf(sentence) }];
    },
  ),
  documentRule(
    {
      id: 'D06',
      family: 'unbalanced',
      severity: 'avertissement',
      title: said('Client nouveau ou à risque sans garantie', 'New or risky client without security'),
      why: said(
        'Pour un client nouveau ou qui paie en retard, prévoyez « un acompte plus élevé ou un plafond de créances ».',
        'For a new or late-paying client, foresee a larger deposit or a ceiling of receivables.',
      ),
      risk: 'impayes',
      cures: ['paiement'],
    },
    (document, { client }): Found => {
      if (!client || !(client.isNew || client.paysLate) || !missionKinds.includes(document.kind)) return [];
      const deposit = depositIn(document);
      if (deposit >= depositPolicyPercent || capIn(document)) return [];
      const sentence = saying(document, { says: /\bacomptes?\b/ }) ?? saying(document, { says: /\b(paiement|reglement|factur)/ });
      const who = client.paysLate
        ? said('Ce client a payé en retard', 'This client has paid late')
        : said('Ce client est nouveau', 'This client is new');
      return [
        {
          span: sentence ? spanOf(sentence) : null,
          detail: said(
            `${who.fr} : acompte de ${deposit} %, sans plafond de créances.`,
            `${who.en}: deposit of ${deposit}%, no ceiling of receivables.`,
          ),
        },
      ];
    },
  ),
  documentRule(
    {
      id: 'D07',
      family: 'unbalanced',
      severity: 'bloquant',
      title: said('Délai de paiement au-delà du plafond légal', 'Payment delay above the legal cap'),
      why: said(
        '60 jours après la facture, ou 45 jours fin de mois s’ils sont stipulés : au-delà, l’amende atteint 2 M€.',
        '60 days after the invoice, or 45 days end of month if stipulated: beyond, fines reach €2M.',
      ),
      risk: 'impayes',
      source: 'C. com. L441-10 I, L441-16',
      cures: ['paiement'],
    },
    (document): Found => {
      const own = document.terms?.payment?.delay;
      if (own?.days != null && own.method) {
        if (!unlawfulDay({ days: Number(own.days), method: own.method } as never)) return [];
        const sentence = delaysInWords(document)[0]?.sentence;
        return [{ span: sentence ? spanOf(sentence) : null }];
      }
      return delaysInWords(document).flatMap(({ days, endOfMonth, thenOn, sentence, match }) => {
        const periodic = /\b(periodiques?|recapitulatives?|mensuelles?)\b/.test(sentence.text) && /factur/.test(sentence.text);
        const lawful = endOfMonth ? (thenOn === null ? days <= 45 : days === 0) : days <= (periodic ? 45 : 60);
        return lawful ? [] : [{ span: spanOf(sentence, match) }];
      });
    },
  ),
  documentRule(
    {
      id: 'D08',
      family: 'unbalanced',
      severity: 'bloquant',
      title: said('Rédaction qui suggère un salariat', 'Wording that suggests employment'),
      why: said(
        'Horaires imposés, exclusivité, autorisations d’absence : les indices d’une subordination, donc d’une requalification.',
        'Imposed hours, exclusivity, leave approvals: the signs of subordination, hence of requalification.',
      ),
      risk: 'desaccord',
      source: 'C. trav. L8221-6',
      cures: ['independance'],
    },
    (document): Found =>
      sayings(document, { says: subordination, unless: notSubordination })
        // « Ces créneaux ne sont pas des horaires imposés », « sans pouvoir disciplinaire »: said to be excluded.
        .filter(({ text }) => !denied.test(text.slice(0, subordination.exec(text)!.index)))
        .map((sentence) => ({
          span: spanOf(sentence, subordination),
        })),
  ),
  documentRule(
    {
      id: 'D09',
      family: 'unbalanced',
      severity: 'avertissement',
      title: said('Aucune acceptation tacite', 'No tacit acceptance'),
      why: said(
        'Le client valide sans échéance : tant qu’il se tait, rien ne se facture.',
        'The client approves without a deadline: while it stays silent, nothing is invoiced.',
      ),
      risk: 'impayes',
      source: 'C. civ. 1120',
      cures: ['rendez-vous'],
    },
    (document): Found => {
      if (document.terms?.appointments?.review?.silence || document.bodies.some((body) => tacit.test(body))) return [];
      const awaits =
        document.sentences.find(
          ({ text }) =>
            acceptance.test(text) &&
            /\b(client|donneur d'ordre)\b/.test(text) &&
            (resultWords.test(text) || /\blivrables?\b|\brapport/.test(text)) &&
            !/script|argumentaire|devis/.test(text),
        ) ??
        document.sentences.find(({ text }) =>
          /\b(rendez-vous|rdv|leads?)\b[^.]{0,20}\b(valides?|acceptes?) par le client\b/.test(text),
        );
      return awaits ? [{ span: spanOf(awaits) }] : [];
    },
  ),
];
