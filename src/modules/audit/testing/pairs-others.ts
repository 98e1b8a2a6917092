import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { aClause, alone, complete, contract, given, own, type Pair, together } from './cases.ts';

export const otherPairs: Record<string, Pair> = {
  V01: {
    triggers: [
      contract(['et la prise de rendez-vous dans l’agenda du Client', 'etc.']),
      contract(['sous 2 jours ouvrés', 'dans un délai raisonnable']),
      contract(['Deux versions', 'Environ deux versions']),
    ],
    nearMisses: [
      contract([
        'Article 11',
        'Article 10 bis – Manquement\nEn cas de manquement, la mise en demeure laisse un délai raisonnable.\nArticle 11',
      ]),
      contract(['auprès de PME', 'auprès d’entreprises de l’environnement']),
    ],
  },
  V02: {
    triggers: [contract(['- rendez-vous acceptés', '- un volume important de rendez-vous acceptés'])],
    nearMisses: [
      contract(['- rendez-vous acceptés', '- un volume important, soit 20 rendez-vous acceptés']),
      contract(['auprès de PME', 'auprès de nombreuses PME du secteur marchand']),
    ],
  },
  V03: {
    triggers: [
      contract(['40 % au 750e appel', '40 % le 15 mai 2026']),
      contract(['30 % à la remise du rapport final', 'le solde payé le 5 de chaque mois']),
    ],
    nearMisses: [contract(['Les factures', 'Le devis est valable jusqu’au 15 mai 2026. Les factures'])],
  },
  V04: {
    triggers: [
      contract([
        /Le Prestataire remet un compte rendu[^]*?mission\./,
        'Le Prestataire remet chaque semaine un rapport et une liste de contacts.',
      ]),
    ],
    nearMisses: [
      contract([
        /Le Prestataire remet un compte rendu[^]*?mission\./,
        'Le Prestataire remet chaque semaine un rapport au format Word.',
      ]),
    ],
  },
  D01: {
    triggers: [
      contract([
        /Chacune des parties peut .*/,
        'Le Client peut résilier avec un préavis de 8 jours, le Prestataire avec un préavis de trois mois.',
      ]),
      own({ termination: { ...canonicalDraft.termination, providerNoticeDays: 60 } }),
    ],
    nearMisses: [
      contract([
        /Chacune des parties peut .*/,
        'Le Client peut résilier avec un préavis de 30 jours, le Prestataire avec un préavis d’un mois.',
      ]),
      own({}),
    ],
  },
  D02: {
    triggers: [
      contract([
        /Chacune des parties peut .*/,
        'Le Client se réserve le droit de résilier le contrat moyennant un préavis de 8 jours.',
      ]),
    ],
    nearMisses: [
      contract([
        /Chacune des parties peut .*/,
        'Le Client peut résilier avec un préavis de 8 jours. Le Prestataire peut également mettre fin au contrat avec le même préavis de 8 jours.',
      ]),
    ],
  },
  D03: {
    triggers: [
      contract(['Il ne garantit ni vente ni chiffre d’affaires.', 'Il garantit un taux de transformation de 20 %.']),
      contract(['Il ne garantit ni vente ni chiffre d’affaires.', 'Il s’engage à obtenir 12 ventes.']),
    ],
    nearMisses: [
      contract(['Il ne garantit ni vente ni chiffre d’affaires.', 'Le taux de no-show est suivi ; il n’est pas garanti.']),
      contract(),
    ],
  },
  D04: {
    triggers: [
      contract(['- rendez-vous acceptés', '- emails\n- relances\n- ventes\n- rendez-vous acceptés']),
      own({ indicators: canonicalDraft.indicators.slice(0, 2) as never }),
    ],
    nearMisses: [contract(['- rendez-vous acceptés', '- emails\n- relances\n- rendez-vous acceptés']), own({})],
  },
  D05: {
    triggers: [
      contract([', rattachés au forfait', ''], [', rattachées au forfait', ''], [', rattachés au prix unitaire', '']),
      own({ indicators: canonicalDraft.indicators.map((one) => ({ ...one, payLink: 'none_informative' })) as never }),
    ],
    nearMisses: [contract([', rattachés au forfait', ''], [', rattachées au forfait', '']), own({})],
  },
  D06: {
    triggers: [
      given(contract(), { client: { isNew: true, paysLate: false } }),
      given(own({}), { client: { isNew: false, paysLate: true } }),
    ],
    nearMisses: [
      given(contract(['30 % à la signature (acompte), 40 % au', '50 % à la signature (acompte), 20 % au']), {
        client: { isNew: true, paysLate: false },
      }),
      given(contract(['Les factures sont', 'L’encours autorisé est de 1 000 €. Les factures sont']), {
        client: { isNew: true, paysLate: false },
      }),
      given(contract(), { client: { isNew: false, paysLate: false } }),
    ],
  },
  D07: {
    triggers: [
      contract([/Les factures sont payables .*/, 'Les factures sont payables à 90 jours.']),
      contract([/Les factures sont payables .*/, 'Paiement à 60 jours fin de mois, soit le dernier jour du mois.']),
      contract([/Les factures sont payables .*/, 'Les factures récapitulatives mensuelles sont payables à 60 jours.']),
      own({ payment: { ...canonicalDraft.payment, delay: { days: 60, method: 'end_of_month_A' } } }),
    ],
    nearMisses: [
      contract([/Les factures sont payables .*/, 'Les factures sont payables à 60 jours.']),
      contract([
        /Les factures sont payables .*/,
        'Paiement à 45 jours fin de mois, soit le dernier jour du mois. Les enregistrements sont conservés 90 jours.',
      ]),
      own({ payment: { ...canonicalDraft.payment, delay: { days: 45, method: 'end_of_month_A' } } }),
    ],
  },
  D08: {
    triggers: [
      contract(['Les appels sont passés', 'Les horaires de travail sont imposés. Les appels sont passés']),
      contract([
        'Article 11',
        'Article 10 bis – Exclusivité\nLe Prestataire ne peut travailler pour un autre donneur d’ordre.\nArticle 11',
      ]),
    ],
    nearMisses: [
      contract([
        'Article 11',
        'Article 10 bis – Indépendance\nLe contrat exclut tout lien de subordination. Le Prestataire n’est tenu à aucune exclusivité.\nArticle 11',
      ]),
    ],
  },
  D09: {
    triggers: [contract([' Passé ce délai, le rendez-vous est réputé accepté.', ''])],
    nearMisses: [
      contract(['Passé ce délai, le rendez-vous est réputé accepté.', 'Le silence du Client vaut acceptation.']),
      own({}),
    ],
  },
  I01: {
    triggers: [
      contract(['Article 11', 'Article 10 bis – Règlement\nLe règlement intervient à 45 jours date de facture.\nArticle 11']),
      together(
        [complete, 'contrat', 'Contrat'],
        [
          'Version 4 en vigueur au 1er janvier 2026\nLes factures sont payables à 60 jours. Chaque partie peut résilier avec un préavis de 15 jours.',
          'cgv',
          'CGV',
        ],
      ),
    ],
    nearMisses: [
      contract(),
      together(
        [complete, 'contrat', 'Contrat'],
        [
          'Version 4 en vigueur au 1er janvier 2026\nPar dérogation écrite au devis seulement, les factures sont payables à 60 jours.',
          'cgv',
          'CGV',
        ],
      ),
    ],
  },
  I02: {
    triggers: [
      alone('Article 1. Application\nLes présentes conditions générales prévalent sur tout autre document.', 'cgv'),
      alone('Les conditions générales priment sur le devis.'),
    ],
    nearMisses: [alone('Article 1. Application\nLe devis prévaut sur les présentes conditions générales.', 'cgv'), contract()],
  },
  I03: {
    triggers: [
      together(
        [complete, 'devis', 'Devis 1'],
        [complete.replace(/Les factures sont payables .*/, 'Les factures sont payables à 60 jours.'), 'devis', 'Devis 2'],
      ),
    ],
    nearMisses: [together([complete, 'devis', 'Devis 1'], [complete.replace('1 600 €', '1 900 €'), 'devis', 'Devis 2'])],
  },
  I04: {
    triggers: [
      contract(['40 % au 750e appel et 30 %', '40 % à mi-parcours et 20 %']),
      own({ milestones: canonicalDraft.milestones.slice(0, 2) as never }),
    ],
    nearMisses: [
      contract(['40 % au 750e appel et 30 % à la remise', '20 % à mi-parcours et 50 % à la remise']),
      contract([
        '40 % au 750e appel et 30 % à la remise du rapport final',
        '30 % à mi-parcours, le solde à la remise du rapport final',
      ]),
      own({}),
    ],
  },
  I05: {
    triggers: [
      contract(['40 heures d’appels et 1 500 appels', '10 heures d’appels et 1 500 appels']),
      contract([/Le forfait couvre .*/, 'Le forfait couvre 600 appels par jour.']),
      own({ volumes: { ...canonicalDraft.volumes, calls: 6000 } }),
    ],
    nearMisses: [contract([/Le forfait couvre .*/, 'Le forfait couvre 300 appels par jour.']), own({})],
  },
  I06: {
    triggers: [
      contract(['auprès de PME', 'auprès de PME. Le mot « Cible chaude » désigne un prospect rappelé']),
      own({}, { articles: { 'calling.slots': '4.2' } }),
    ],
    nearMisses: [
      contract(),
      own({}, { articles: Object.fromEntries(Object.keys(canonicalDraft).map((path, index) => [path, String(index)])) }),
    ],
  },
  I07: {
    triggers: [
      contract(['1 600 € HT', '[montant] € HT']),
      contract(['le 3 avril 2026', 'le ……………']),
      contract(['Ateliers Martin', '{{client.nom}}']),
      contract(['Deux versions', 'XXX versions']),
    ],
    nearMisses: [contract(), contract(['40 % au 750e appel', '40 % au 750e appel [jalon visible au tableau de bord]'])],
  },
  S01: {
    triggers: [
      own({}, { clauses: [{ ...aClause, reviewBefore: '2026-01-01' as CivilDate }] }),
      alone('Conditions générales\nVersion du 12 mars 2019', 'cgv'),
    ],
    nearMisses: [own({}, { clauses: [aClause] }), alone('Conditions générales\nVersion du 12 mars 2026', 'cgv')],
  },
  S02: {
    triggers: [
      given(own({}, { generalTermsEdition: 2 }), { currentGeneralTermsEdition: 3 }),
      together(
        ['Les conditions générales version 1 sont annexées.', 'contrat', 'Contrat'],
        ['Conditions générales version 2', 'cgv', 'CGV version 2'],
      ),
    ],
    nearMisses: [
      given(own({}, { generalTermsEdition: 3 }), { currentGeneralTermsEdition: 3 }),
      together(
        ['Les conditions générales version 2 sont annexées.', 'contrat', 'Contrat'],
        ['Conditions générales version 2', 'cgv', 'CGV version 2'],
      ),
    ],
  },
  S03: {
    triggers: [own({}, { clauses: [{ ...aClause, reviewed: false }] })],
    nearMisses: [own({}, { clauses: [aClause] })],
  },
  S04: {
    triggers: [given(contract(), { frictions: [{ id: 'f', title: 'rendez-vous déplacés deux fois', clauseId: null }] })],
    nearMisses: [
      given(contract(), { frictions: [{ id: 'f', title: 'rendez-vous déplacés deux fois', clauseId: 'rendez-vous' }] }),
    ],
  },
  S05: {
    triggers: [
      contract(['pénalités au taux', 'pénalités (article L. 441-6 du Code de commerce) au taux']),
      contract(['Les listes d’opposition', 'La liste Bloctel et les listes d’opposition']),
    ],
    nearMisses: [
      contract(['pénalités au taux', 'pénalités (article L. 441-10 du Code de commerce) au taux']),
      given(contract(['Les listes d’opposition', 'La liste Bloctel et les listes d’opposition']), {
        today: '2026-08-10' as CivilDate,
      }),
    ],
  },
};
