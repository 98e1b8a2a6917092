/** What can be said of a row, each in one sentence: put right (correction), doubtful (warning), unusable (fault), already there (duplicate). */
export type RowNoteKind = 'correction' | 'warning' | 'fault' | 'duplicate' | 'suppressed';
type Note = { kind: RowNoteKind; fr: string; en: string };

export const rowNotes = {
  phone_zero_restored: {
    kind: 'correction',
    fr: 'Le zéro initial du numéro, perdu par le tableur, a été remis.',
    en: 'The leading zero that the spreadsheet dropped was restored.',
  },
  phone_plus_restored: {
    kind: 'correction',
    fr: 'Le « + » de l’indicatif, perdu par le tableur, a été remis.',
    en: 'The “+” that the spreadsheet dropped was restored.',
  },
  phone_prefix_rewritten: {
    kind: 'correction',
    fr: 'L’indicatif international a été réécrit.',
    en: 'The international prefix was rewritten.',
  },
  phone_overseas_prefix: {
    kind: 'correction',
    fr: 'Numéro d’outre-mer : l’indicatif du territoire a été appliqué.',
    en: 'Overseas number: the territory’s own prefix was applied.',
  },
  phone_extension_removed: {
    kind: 'correction',
    fr: 'Le numéro de poste a été retiré du numéro à composer.',
    en: 'The extension was removed from the number to dial.',
  },
  phone_first_of_several: {
    kind: 'correction',
    fr: 'La cellule contient plusieurs numéros : le premier valable a été retenu.',
    en: 'The cell holds several numbers: the first valid one was kept.',
  },
  mobile_used: {
    kind: 'correction',
    fr: 'Téléphone absent ou inutilisable : le mobile a été retenu.',
    en: 'Phone missing or unusable: the mobile was used.',
  },
  postal_zero_restored: {
    kind: 'correction',
    fr: 'Le zéro initial du code postal, perdu par le tableur, a été remis.',
    en: 'The postcode’s leading zero was restored.',
  },
  siret_zero_restored: {
    kind: 'correction',
    fr: 'Le zéro initial du SIRET, perdu par le tableur, a été remis.',
    en: 'The SIRET’s leading zero was restored.',
  },

  siret_wrong_key: {
    kind: 'warning',
    fr: 'SIRET écarté : sa clé de contrôle est fausse.',
    en: 'SIRET left out: its check digit is wrong.',
  },
  siret_rounded: {
    kind: 'warning',
    fr: 'SIRET écarté : le tableur l’a arrondi (notation scientifique). Mettez la colonne au format Texte.',
    en: 'SIRET left out: the spreadsheet rounded it (scientific notation). Format the column as text.',
  },
  siret_malformed: {
    kind: 'warning',
    fr: 'SIRET écarté : il ne compte pas 14 chiffres.',
    en: 'SIRET left out: it does not have 14 digits.',
  },
  siren_only: {
    kind: 'warning',
    fr: 'SIREN fourni au lieu d’un SIRET : l’établissement n’est pas connu.',
    en: 'A SIREN was given instead of a SIRET: the establishment is unknown.',
  },
  email_malformed: {
    kind: 'warning',
    fr: 'Adresse e-mail écartée : elle n’est pas valable.',
    en: 'E-mail address left out: it is not valid.',
  },
  postal_code_malformed: {
    kind: 'warning',
    fr: 'Code postal écarté : il ne compte pas cinq chiffres. L’heure de Paris est supposée.',
    en: 'Postcode left out: it does not have five digits. Paris time is assumed.',
  },
  territory_unknown: {
    kind: 'warning',
    fr: 'Aucun code postal : métropole et heure de Paris supposées.',
    en: 'No postcode: mainland France and Paris time are assumed.',
  },
  mobile_unusable: {
    kind: 'warning',
    fr: 'Second numéro écarté : il n’est pas valable.',
    en: 'Second number left out: it is not valid.',
  },
  second_number_shared: {
    kind: 'warning',
    fr: 'Second numéro écarté : il appartient déjà à une autre fiche.',
    en: 'Second number left out: another prospect already has it.',
  },
  phone_special_rate: {
    kind: 'warning',
    fr: 'Numéro spécial (08…) : l’appel peut être surtaxé.',
    en: 'Special number (08…): the call may be surcharged.',
  },
  company_missing: {
    kind: 'warning',
    fr: 'Aucune raison sociale : la ligne est traitée comme celle d’un particulier.',
    en: 'No company name: the line is treated as a private person’s.',
  },
  treated_as_consumer: {
    kind: 'warning',
    fr: 'Ligne traitée comme celle d’un particulier : consentement exigé avant tout appel.',
    en: 'Treated as a private person’s line: consent is required before any call.',
  },
  extra_cells: {
    kind: 'warning',
    fr: 'La ligne a plus de cellules que l’en-tête : vérifiez le décalage des colonnes.',
    en: 'The row has more cells than the header: check for shifted columns.',
  },
  broken_quote: {
    kind: 'warning',
    fr: 'Guillemets mal fermés : ils ont été lus comme du texte.',
    en: 'Badly closed quotes were read as plain text.',
  },

  phone_missing: { kind: 'fault', fr: 'Aucun numéro de téléphone.', en: 'No phone number.' },
  phone_not_a_number: { kind: 'fault', fr: 'Le téléphone n’est pas un numéro.', en: 'The phone is not a number.' },
  phone_incomplete: {
    kind: 'fault',
    fr: 'Numéro de téléphone incomplet : il faut dix chiffres.',
    en: 'Incomplete phone number: ten digits are needed.',
  },
  phone_too_long: {
    kind: 'fault',
    fr: 'Numéro de téléphone trop long : il faut dix chiffres.',
    en: 'Phone number too long: ten digits are needed.',
  },
  phone_unassigned: { kind: 'fault', fr: 'Ce numéro de téléphone ne peut pas exister.', en: 'This phone number cannot exist.' },
  phone_foreign: {
    kind: 'fault',
    fr: 'Numéro étranger : hors du territoire de la mission.',
    en: 'Foreign number: outside the mission’s territory.',
  },

  duplicate_siret_in_file: {
    kind: 'duplicate',
    fr: 'Doublon : même SIRET qu’une ligne plus haut dans le fichier.',
    en: 'Duplicate: same SIRET as a row above in the file.',
  },
  duplicate_phone_in_file: {
    kind: 'duplicate',
    fr: 'Doublon : même numéro qu’une ligne plus haut dans le fichier.',
    en: 'Duplicate: same number as a row above in the file.',
  },
  duplicate_siret_in_mission: {
    kind: 'duplicate',
    fr: 'Doublon : une fiche de la mission a déjà ce SIRET.',
    en: 'Duplicate: a prospect of this mission already has this SIRET.',
  },
  duplicate_phone_in_mission: {
    kind: 'duplicate',
    fr: 'Doublon : une fiche de la mission a déjà ce numéro.',
    en: 'Duplicate: a prospect of this mission already has this number.',
  },
  duplicate_siret_in_client: {
    kind: 'duplicate',
    fr: 'Doublon : une autre mission de ce client a déjà ce SIRET.',
    en: 'Duplicate: another mission of this client already has this SIRET.',
  },
  duplicate_phone_in_client: {
    kind: 'duplicate',
    fr: 'Doublon : une autre mission de ce client a déjà ce numéro.',
    en: 'Duplicate: another mission of this client already has this number.',
  },

  suppressed: {
    kind: 'suppressed',
    fr: 'Opposition enregistrée : ce numéro ne doit plus être appelé.',
    en: 'Objection on record: this number must not be called again.',
  },
} as const satisfies Record<string, Note>;

export type RowNoteCode = keyof typeof rowNotes;
type CodesOf<Kind extends RowNoteKind> = {
  [Code in RowNoteCode]: (typeof rowNotes)[Code]['kind'] extends Kind ? Code : never;
}[RowNoteCode];
export type CorrectionCode = CodesOf<'correction'>;
export type WarningCode = CodesOf<'warning'>;
export type FaultCode = CodesOf<'fault'>;
export type DuplicateCode = CodesOf<'duplicate'>;
