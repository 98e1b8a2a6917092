import { alone, contract, type Pair } from './cases.ts';

export const absentPairs: Record<string, Pair> = {
  A01: {
    triggers: [
      contract([', SIRET 356 000 000 09075', '']),
      contract(['356 000 000 09075', '356 000 000 09076']),
      contract([', dont le siège est au 3 quai Perrache, 69002 Lyon', ''], [', 12 rue de la République, 69002 Lyon', '']),
    ],
    nearMisses: [
      contract(['356 000 000 09075', '35600000009075']),
      contract(['Le Client : la société', 'Donneur d’ordre : la société']),
    ],
  },
  A02: {
    triggers: [contract(['Le Client confie au Prestataire une campagne', 'Campagne'], [/La mission comprend .*/, ''])],
    nearMisses: [
      contract(
        ['Le Client confie au Prestataire une campagne', 'Campagne'],
        ['La mission comprend', 'La prestation a pour objet'],
      ),
    ],
  },
  A03: {
    triggers: [
      contract([/Ne sont pas compris .*/, '']),
      contract([/Ne sont pas compris .*/, 'La responsabilité du Prestataire exclut tout dommage indirect.']),
    ],
    nearMisses: [contract([/Ne sont pas compris .*/, 'Hors périmètre : la vente.'])],
  },
  A04: {
    triggers: [
      contract(
        [/Le Prestataire remet un compte rendu[^]*?mission\./, ''],
        ['Livrables et comptes rendus', 'Divers'],
        [' et 30 % à la remise du rapport final', ' et 30 % à la fin'],
      ),
    ],
    nearMisses: [
      contract([
        /Le Prestataire remet un compte rendu[^]*?mission\./,
        'Une synthèse au format Word est transmise chaque semaine par courriel.',
      ]),
    ],
  },
  A05: {
    triggers: [
      contract([/Le forfait couvre .*/, '1 500 appels sont prévus sur un mois.'], ['4 tentatives au plus', 'tentatives']),
    ],
    nearMisses: [
      contract([/Le forfait couvre .*/, '1 500 appels maximum sont prévus sur un mois.'], ['4 tentatives au plus', 'tentatives']),
    ],
  },
  A06: {
    triggers: [
      contract([/Un rendez-vous qualifié s’entend .*/, 'Les rendez-vous qualifiés sont transmis au décideur qui a un besoin.']),
    ],
    nearMisses: [
      contract(['Un rendez-vous qualifié s’entend d’un', 'Est considéré comme un rendez-vous qualifié tout']),
      alone('Contrat\nLe Prestataire met le fichier à jour.'),
    ],
  },
  A07: {
    triggers: [contract([/Un rendez-vous qualifié s’entend .*/, 'Un rendez-vous qualifié s’entend d’un bon échange.'])],
    nearMisses: [
      contract([
        ', accepté par un décideur (dirigeant ou directeur commercial), au cours duquel un besoin a été exprimé',
        ' avec un dirigeant ayant un projet',
      ]),
    ],
  },
  A08: {
    triggers: [
      contract(
        [/Le forfait couvre .*/, 'Le volume sera fixé plus tard.'],
        ['1 500, rattachés', 'rattachés'],
        ['20 par jour, rattachées', 'rattachées'],
      ),
    ],
    nearMisses: [
      contract(
        [/Le forfait couvre .*/, 'Le Prestataire passe 75 appels par jour.'],
        ['1 500, rattachés', 'rattachés'],
        ['20 par jour, rattachées', 'rattachées'],
      ),
    ],
  },
  A09: {
    triggers: [contract([', de 9 h 30 à 12 h et de 14 h à 18 h', ''])],
    nearMisses: [contract(['de 9 h 30 à 12 h et de 14 h à 18 h', '9h-12h'])],
  },
  A10: {
    triggers: [contract([/Les listes d’opposition .*/, '']), contract([', toutes situées en France métropolitaine', ''])],
    nearMisses: [
      contract([/Les listes d’opposition .*/, 'Toute personne ne souhaitant plus être appelée est retirée du fichier.']),
    ],
  },
  A11: {
    triggers: [
      contract([/Le fichier est fourni .*/, 'Le fichier concerne la France.'], [' 1 500 appels au plus', ' des appels']),
    ],
    nearMisses: [contract([/Le fichier est fourni .*/, 'Le Client transmet sa base Excel : 800 contacts en France.'])],
  },
  A12: {
    triggers: [
      contract([/Le script est validé .*/, ''], [' Toute évolution du script est validée par les deux parties.', '']),
      contract(
        [/Le script est validé .*/, 'Un argumentaire est rédigé.'],
        [' Toute évolution du script est validée par les deux parties.', ''],
      ),
    ],
    nearMisses: [
      contract(['Le script est validé par le Client avant le premier appel.', 'L’argumentaire est soumis à l’accord du Client.']),
    ],
  },
  A13: {
    triggers: [
      contract(
        [/Le prix est un forfait .*/, ''],
        [', rattachés au prix unitaire', ''],
        ['indemnité forfaitaire de recouvrement de 40 €', 'indemnité légale'],
        ['SAS au capital de 20 000 €', 'SAS'],
      ),
    ],
    nearMisses: [contract([/Le prix est un forfait .*/, 'Le TJM est de 400 € HT. Aucuns frais.'])],
  },
  A14: {
    triggers: [
      contract([' Aucuns frais ne sont refacturés.', '']),
      contract(['Aucuns frais ne sont refacturés.', 'Les frais de recouvrement sont dus.']),
    ],
    nearMisses: [contract(['Aucuns frais ne sont refacturés.', 'Les déplacements sont refacturés au réel.'])],
  },
  A15: {
    triggers: [
      contract(['pour 30 % à la signature (acompte), 40 %', 'pour 70 %']),
      contract(['pour 30 % à la signature (acompte), 40 %', 'sans acompte, pour 70 %']),
    ],
    nearMisses: [contract(['30 % à la signature (acompte)', '30 % à la commande'])],
  },
  A16: {
    triggers: [
      contract([
        /Le forfait est facturé pour .*/,
        'Le forfait est facturé après remise du rapport, avec un acompte à la signature de 300 €.',
      ]),
    ],
    nearMisses: [
      contract([
        /Le forfait est facturé pour .*/,
        'Acompte de 30 % à la signature, facturé ; le solde est facturé à la remise du rapport.',
      ]),
    ],
  },
  A17: {
    triggers: [contract([/Les factures sont payables .*/, '']), contract([/, c’est-à-dire le dernier jour .*/, '.'])],
    nearMisses: [
      contract([/Les factures sont payables .*/, 'Paiement comptant à réception de la facture.']),
      contract([/Les factures sont payables .*/, 'Règlement à 30 jours date de facture.']),
    ],
  },
  A18: {
    triggers: [
      contract([/Tout retard de paiement .*/, '']),
      contract([/Tout retard de paiement .*/, 'Aucune pénalité de retard n’est due.']),
      contract([
        /Tout retard de paiement .*/,
        'Des pénalités de retard dues par le prestataire courent en cas de livraison tardive.',
      ]),
    ],
    nearMisses: [
      contract([/Tout retard de paiement .*/, 'Les intérêts moratoires de l’article L.441-10 sont dus de plein droit.']),
    ],
  },
  A19: {
    triggers: [contract([/Le forfait est facturé pour .*/, 'Un acompte de 30 % est demandé. Le solde suit.'])],
    nearMisses: [
      contract([
        /Le forfait est facturé pour .*/,
        'Un acompte est versé. La mission est facturée après validation du rapport ; solde compris.',
      ]),
    ],
  },
  A20: {
    triggers: [contract([/Chacune des parties peut .*/, '']), contract([' avec un préavis de 15 jours', ''])],
    nearMisses: [contract([/Chacune des parties peut .*/, 'Les parties peuvent dénoncer le contrat deux mois avant son terme.'])],
  },
  A21: {
    triggers: [
      contract([/Le contrat commence .*/, 'Le contrat commence le 9 mars 2026.']),
      contract([/Le contrat commence .*/, 'Le devis est valable jusqu’au 3 avril 2026.']),
    ],
    nearMisses: [
      contract([/Le contrat commence .*/, 'Le contrat est conclu pour une durée de trois mois à compter de sa signature.']),
    ],
  },
  A22: {
    triggers: [contract([/Chaque partie garde confidentielles .*/, ''], [' et confidentialité', ''])],
    nearMisses: [
      contract([/Chaque partie garde confidentielles .*/, 'Les parties s’interdisent de divulguer les informations reçues.']),
    ],
  },
  A23: {
    triggers: [contract([/Le Prestataire traite les données .*/, ''])],
    nearMisses: [
      contract([/Le Prestataire traite les données .*/, 'La CNIL est l’autorité compétente pour la protection des données.']),
    ],
  },
  A24: {
    triggers: [
      contract([/ Les enregistrements d’appels sont conservés .*/, '']),
      contract([' Les scripts restent la propriété du Prestataire.', '']),
    ],
    nearMisses: [contract([/ Les enregistrements d’appels sont conservés .*/, ' Les appels ne sont pas enregistrés.'])],
  },
  A25: {
    triggers: [
      contract(
        [/Le Prestataire remet un compte rendu[^]*?mission\./, ''],
        ['Livrables et comptes rendus', 'Divers'],
        ['la remise du rapport final', 'la fin'],
      ),
      contract(['hebdomadaire en PDF, par courriel,', 'en PDF']),
    ],
    nearMisses: [
      contract(['un compte rendu hebdomadaire en PDF, par courriel,', 'une synthèse mensuelle déposée dans l’espace client']),
    ],
  },
  A26: {
    triggers: [contract([/Le prix repose sur .*/, ''])],
    nearMisses: [contract([/Le prix repose sur .*/, 'Les tarifs sont révisables chaque année.'])],
  },
  A27: {
    triggers: [contract([' donne lieu à un avenant signé avant tout appel', ' se discute'])],
    nearMisses: [contract([' donne lieu à un avenant signé avant tout appel', ' fait l’objet d’un nouveau devis'])],
  },
  A28: {
    triggers: [
      contract([/ Un élargissement de la cible .*/, ' Un avenant est signé.']),
      contract([/Si la qualité du fichier .*?corrigé\. /, ''], [/Le prix repose .*/, 'Le prix est révisable.']),
    ],
    nearMisses: [contract([/ Un élargissement de la cible .*/, ' Si le Client modifie la cible, un avenant est signé.'])],
  },
  A29: {
    triggers: [
      contract([/Les conditions générales du Prestataire.*/, '']),
      contract([/Les conditions générales du Prestataire.*/, 'Les conditions générales du Prestataire s’appliquent.']),
    ],
    nearMisses: [contract([/Les conditions générales du Prestataire.*/, 'Les CGV jointes sont acceptées.'])],
  },
  A30: {
    triggers: [
      contract([/Article 11[^]*?chiffre d’affaires\./, '']),
      contract([/Article 11[^]*?chiffre d’affaires\./, 'Le Client est responsable de traitement.']),
    ],
    nearMisses: [contract([/Article 11[^]*?chiffre d’affaires\./, 'La responsabilité de chaque partie est limitée au prix.'])],
  },
  A31: {
    triggers: [contract([' sous 2 jours ouvrés. Passé ce délai, le rendez-vous est réputé accepté.', '.'])],
    nearMisses: [contract(['sous 2 jours ouvrés', 'dans les 48 heures'])],
  },
  A32: {
    triggers: [contract([/ Chaque fiche fait l’objet .*/, ''])],
    nearMisses: [contract([/ Chaque fiche fait l’objet .*/, ' Un prospect absent est rappelé trois fois.'])],
  },
};
