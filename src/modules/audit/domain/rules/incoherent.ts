import { labelOf } from '../../../contracts/index.ts';
import { type AgreedKey, agreedLabels, type AgreedValue, agreedValues } from '../agreed-values.ts';
import type { Hit, Words } from '../finding.ts';
import { type PreparedDocument, saying, spanOf } from '../prepared-document.ts';
import { documentRule, isWorded, missionKinds, type Rule, setRule } from '../rule.ts';
import { callsBeyondSlots } from '../calls-beyond-slots.ts';

const said = (fr: string, en: string): Words => ({ fr, en });
type Found = Omit<Hit, 'document'>[];

type Placed = AgreedValue & { document: PreparedDocument };
/** A default that steps back, or a derogation made in the open, contradicts nothing. */
const derogates =
  /\b(derog\w*|par exception|sauf (l'|pour l')acompte|remplace|en lieu et place|sauf (stipulation|accord|convention|clause|disposition|mention)|a defaut (de|d'|d)|a moins qu|lorsque? (le|la|les|aucun)[^.]{0,40}(ne|n')|si (le|les|aucun)[^.]{0,40}(ne|n'))/;

const valuesOf = (documents: readonly PreparedDocument[]): Placed[] =>
  documents.flatMap((document) => agreedValues(document).map((value) => ({ ...value, document })));

/** The same condition, fixed at two values: each value but the first is a finding, beside what it contradicts. */
const conflicts = (values: readonly Placed[], keys: readonly AgreedKey[]): Hit[] =>
  keys.flatMap((key) => {
    const [first, ...others] = values.filter((value) => value.key === key);
    const seen = new Set([first?.value]);
    return others.flatMap((other) => {
      if (seen.has(other.value)) return [];
      seen.add(other.value);
      const label = agreedLabels[key];
      return [
        {
          document: other.document.id,
          span: other.span,
          detail: said(
            `Ici ${label.fr} : ${other.shown.fr} ; ailleurs (${first!.document.title}) : ${first!.shown.fr}.`,
            `Here ${label.en}: ${other.shown.en}; elsewhere (${first!.document.title}): ${first!.shown.en}.`,
          ),
        },
      ];
    });
  });

const inOpenDerogation = ({ span, document }: Placed): boolean =>
  span !== null &&
  document.sentences.some(
    ({ section, paragraph, text }) => section === span.section && paragraph === span.paragraph && derogates.test(text),
  );

const isOffer = (document: PreparedDocument): boolean => missionKinds.includes(document.kind);

// Rank of each paper, strongest first: what is special prevails over what is general (C. civ. 1119).
const ranks: readonly { rank: number; words: RegExp }[] = [
  { rank: 5, words: /\bavenants?\b/ },
  { rank: 4, words: /\b(devis|bons? de commande|conditions particulieres|propositions? commerciales?|lettres? de mission)\b/ },
  { rank: 3, words: /\bannexes?\b/ },
  { rank: 2, words: /\b(contrats?[- ]cadres?|accords?[- ]cadres?)\b/ },
  { rank: 1, words: /\b(conditions generales|cgv|cgps?|conditions d'intervention)\b/ },
];
const prevails =
  /\b(prevau\w*|prevalent|prevalence|priment?|prime(ra|ront)?|l'emporte\w*|ont primaute)\b(?: sur| sur toute?s?| )?/;
const ranksIn = (text: string): number[] => ranks.filter(({ words }) => words.test(text)).map(({ rank }) => rank);

const share = /\b(\d{1,3}) ?%/g;
const isPaymentShare =
  /\b(acompte|signature|commande|solde|jalon|echeance|mi-|livraison|remise|a la fin|fin de|validation|demarrage|lancement|intermediaire)\b/;
const isAnotherRate =
  /\b(tva|penalit|interet|taux|remise commerciale|escompte|rabais|legal|l'an|par an|objectif|transformation|decroche|qualite)\b/;

/** The instalments written in one section, when they are shares of the price. */
const sharesIn = (document: PreparedDocument): { sum: number; count: number; section: number }[] =>
  document.bodies.flatMap((body, section) => {
    const parts = document.sentences
      .filter(
        (sentence) => sentence.section === section && isPaymentShare.test(sentence.text) && !isAnotherRate.test(sentence.text),
      )
      .flatMap(({ text }) => [...text.matchAll(share)].map((found) => Number(found[1])));
    const restUnsaid =
      /\b(le |du )?solde\b(?![^.,;]{0,40}\d ?%)/.test(body) &&
      !/\bsolde\b[^.,;]{0,60}\d ?%|\d ?%[^.,;]{0,40}\bsolde\b/.test(body);
    if (parts.length < 2 || restUnsaid) return [];
    return [{ sum: parts.reduce((total, part) => total + part, 0), count: parts.length, section }];
  });

/** Conditions that the product enforces: none may rule without an article that says it. */
const enforcedPaths = [
  'calling.slots',
  'calling.publicHolidays',
  'calling.attemptsPerProspect',
  'calling.hoursBetweenAttempts',
  'calling.suppressionLists',
  'calling.recording',
  'volumes',
  'appointments.criteria',
  'appointments.review',
  'appointments.contest',
  'appointments.noShow',
  'price.lines',
  'milestones',
  'payment.delay',
  'payment.penalty',
  'termination',
  'scope.forbiddenDepartments',
] as const;

const valueAt = (terms: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value == null ? value : (value as Record<string, unknown>)[key]), terms);

const definedTerm =
  /"([^"]{3,40})"[ ,:]*(?:designe|signifie|s'entend|:)|ci-apres (?:denommee?s? |designee?s? |appelee?s? )?(?:le |la |les |l')?"(?:le |la |les |l')?([^"]{3,40})"/g;

const hole =
  /\{\{[^}]*\}\}|\{%[^%]*%\}|\$\{[^}]*\}|<<[^>]*>>|\[(?:[^\]]*\b(?:a completer|a definir|a renseigner|nom|montant|date|adresse|siret|client|prix|xx+|ville|duree|nombre|numero)\b[^\]]*|\.{2,}|_{2,}| *)\]|\b(?:a completer|a definir|a renseigner|a preciser|non defini|undefined)\b|\bx{3,}\b|_{4,}|\.{5,}|…{2,}|\[…\]/g;
const signatureLine =
  /\b(fait (a|en)|signature|lu et approuve|bon pour accord|nom du signataire|date et signature|le,? _|cachet|paraphe|initiales)\b/;

export const incoherent: readonly Rule[] = [
  setRule(
    {
      id: 'I01',
      family: 'incoherent',
      severity: 'bloquant',
      title: said('Une condition, deux valeurs', 'One condition, two values'),
      why: said(
        'Deux textes qui se contredisent s’annulent ou se plaident : c’est le juge qui fixe la condition.',
        'Two texts that contradict each other cancel out or go to court: the judge sets the condition.',
      ),
      risk: 'desaccord',
      source: 'C. civ. 1119, 1190',
      cures: ['objet'],
    },
    (documents) => {
      const everyKey = Object.keys(agreedLabels) as AgreedKey[];
      const within = documents.flatMap((document) =>
        conflicts(
          valuesOf([document]).filter((value) => !inOpenDerogation(value)),
          everyKey,
        ),
      );
      // Two offers to the same client may differ (that is I03); an offer and what is annexed to it may not.
      const between = documents
        .filter((document) => !isOffer(document))
        .flatMap((lower) =>
          documents.filter(isOffer).flatMap((offer) => {
            const firstOf = (document: PreparedDocument) =>
              valuesOf([document]).filter(
                (value, index, all) => !inOpenDerogation(value) && all.findIndex(({ key }) => key === value.key) === index,
              );
            return conflicts([...firstOf(offer), ...firstOf(lower)], everyKey);
          }),
        );
      return [...within, ...between];
    },
  ),
  documentRule(
    {
      id: 'I02',
      family: 'incoherent',
      severity: 'avertissement',
      title: said('Ordre de priorité inversé', 'Order of precedence reversed'),
      why: said(
        'Ce texte se dit supérieur à un document plus particulier : la loi fait prévaloir le particulier.',
        'This text claims to rule over a more specific one: the law lets the specific prevail.',
      ),
      risk: 'desaccord',
      source: 'C. civ. 1119',
      cures: ['objet'],
    },
    (document): Found =>
      document.sentences.flatMap((sentence) => {
        const found = prevails.exec(sentence.text);
        if (!found || /\b(sauf|a moins|ne prevau|ne prime)/.test(sentence.text.slice(0, found.index + found[0].length)))
          return [];
        const above = ranksIn(sentence.text.slice(0, found.index));
        const below = ranksIn(sentence.text.slice(found.index));
        const anything = /\btout(e|es)? (autre )?(document|disposition|stipulation|condition)s?\b/.test(
          sentence.text.slice(found.index),
        );
        const strongest = below.length ? Math.max(...below) : anything && above.length ? 4 : 0;
        const claims = above.length
          ? Math.max(...above)
          : document.kind === 'cgv' && /\b(presentes?|elles)\b/.test(sentence.text)
            ? 1
            : 9;
        return strongest > claims ? [{ span: spanOf(sentence) }] : [];
      }),
  ),
  setRule(
    {
      id: 'I03',
      family: 'incoherent',
      severity: 'avertissement',
      title: said('Devis du même client qui divergent', 'Quotes to one client that differ'),
      why: said(
        '« Risque d’incohérence entre les devis » : le client opposera le plus favorable.',
        'Quotes that differ: the client will hold up the one that suits it.',
      ),
      risk: 'desaccord',
      cures: ['paiement'],
    },
    (documents) => {
      const offers = documents.filter(isOffer);
      const firstValues = offers.flatMap((offer) =>
        valuesOf([offer]).filter((value, index, all) => all.findIndex(({ key }) => key === value.key) === index),
      );
      return offers.length < 2 ? [] : conflicts(firstValues, ['delay', 'appointment', 'silence', 'penalty', 'fileOwner']);
    },
  ),
  documentRule(
    {
      id: 'I04',
      family: 'incoherent',
      severity: 'bloquant',
      title: said('Échéancier différent de 100 %', 'A schedule that is not 100%'),
      why: said(
        'Les échéances ne font pas le prix : une part ne sera jamais facturable, ou le sera deux fois.',
        'The instalments do not make the price: a part can never be invoiced, or is invoiced twice.',
      ),
      risk: 'impayes',
      cures: ['prix-mixte'],
    },
    (document): Found => {
      const total = (sum: number) => said(`Total : ${sum} %.`, `Total: ${sum}%.`);
      const own = document.terms?.milestones;
      if (own) {
        const sum = own.reduce((all, milestone) => all + Number(milestone?.sharePercent ?? 0), 0);
        if (own.length === 0 || sum === 100) return [];
        const sentence = saying(document, { says: isPaymentShare });
        return [{ span: sentence ? spanOf(sentence) : null, detail: total(sum) }];
      }
      return sharesIn(document)
        .filter(({ sum }) => sum !== 100)
        .map(({ sum, section }) => {
          const sentence = document.sentences.find(
            (one) => one.section === section && isPaymentShare.test(one.text) && /\d ?%/.test(one.text),
          )!;
          return { span: spanOf(sentence), detail: total(sum) };
        });
    },
  ),
  documentRule(
    {
      id: 'I05',
      family: 'incoherent',
      severity: 'bloquant',
      title: said('Appels impossibles dans les créneaux', 'Calls that the hours cannot hold'),
      why: said(
        'Le nombre d’appels ne tient pas dans les heures : l’engagement est perdu d’avance.',
        'The calls do not fit the hours: the commitment is lost beforehand.',
      ),
      risk: 'desaccord',
      cures: ['duree'],
    },
    (document): Found => callsBeyondSlots(document),
  ),
  documentRule(
    {
      id: 'I06',
      family: 'incoherent',
      severity: 'bloquant',
      title: said('Règle cachée ou terme défini sans emploi', 'Hidden rule, or a defined term never used'),
      why: said(
        'Une condition appliquée sans être écrite ne s’oppose à personne ; une définition sans emploi cache un oubli.',
        'A condition applied but not written binds nobody; a definition never used hides an omission.',
      ),
      risk: 'desaccord',
      source: 'C. civ. 1103',
      cures: [],
    },
    (document): Found => {
      const { terms, articles } = document;
      if (terms && articles)
        return enforcedPaths
          .filter((path) => valueAt(terms, path) != null && !isWorded(articles, path))
          .map((path) => ({
            span: null,
            detail: said(
              `Condition appliquée sans article : ${labelOf(path).fr}.`,
              `Applied without an article: ${labelOf(path).en}.`,
            ),
          }));
      const whole = document.bodies.join('\n');
      return document.sentences.flatMap((sentence) =>
        [...sentence.text.matchAll(definedTerm)].flatMap((found) => {
          const term = (found[1] ?? found[2])!.trim();
          const at = sentence.start + found.index + found[0].indexOf(term);
          const written = document.sections[sentence.section]!.paragraphs[sentence.paragraph]!.text.slice(at, at + term.length);
          const uses = whole.split(new RegExp(`\\b${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)).length - 1;
          return uses > 1
            ? []
            : [
                {
                  span: spanOf(sentence),
                  detail: said(`« ${written} » est défini et ne sert nulle part.`, `“${written}” is defined and never used.`),
                },
              ];
        }),
      );
    },
  ),
  documentRule(
    {
      id: 'I07',
      family: 'incoherent',
      severity: 'bloquant',
      title: said('Champ resté vide', 'A blank left unfilled'),
      why: said(
        'Un modèle mal rempli laisse un vide que chacun complétera à son avantage.',
        'A template left unfilled leaves a blank that each side completes to its advantage.',
      ),
      risk: 'desaccord',
      cures: [],
    },
    (document): Found =>
      document.sentences.flatMap((sentence) =>
        signatureLine.test(sentence.text) || /signature|bon pour accord/.test(sentence.heading)
          ? []
          : [...sentence.text.matchAll(hole)].map((found) => ({
              span: {
                section: sentence.section,
                paragraph: sentence.paragraph,
                start: sentence.start + found.index,
                end: sentence.start + found.index + found[0].length,
              },
            })),
      ),
  ),
];
