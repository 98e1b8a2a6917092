/** What a column of a prospect file can hold. Anything else is kept beside the prospect, under its own heading. */
export const fieldNames = [
  'company',
  'siret',
  'civility',
  'firstName',
  'lastName',
  'jobTitle',
  'phone',
  'mobile',
  'email',
  'address',
  'postalCode',
  'city',
  'country',
  'naf',
  'headcount',
  'comment',
] as const;

export type FieldName = (typeof fieldNames)[number];

/** For each column of the file, in order: the field that it feeds, or null when it is only kept. */
export type ColumnMapping = readonly (FieldName | null)[];

export const fieldLabels: Readonly<Record<FieldName, { fr: string; en: string }>> = {
  company: { fr: 'Raison sociale', en: 'Company' },
  siret: { fr: 'SIRET', en: 'SIRET' },
  civility: { fr: 'Civilité', en: 'Title' },
  firstName: { fr: 'Prénom', en: 'First name' },
  lastName: { fr: 'Nom', en: 'Last name' },
  jobTitle: { fr: 'Fonction', en: 'Job title' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  mobile: { fr: 'Mobile', en: 'Mobile' },
  email: { fr: 'E-mail', en: 'E-mail' },
  address: { fr: 'Adresse', en: 'Address' },
  postalCode: { fr: 'Code postal', en: 'Postcode' },
  city: { fr: 'Ville', en: 'City' },
  country: { fr: 'Pays', en: 'Country' },
  naf: { fr: 'Code NAF', en: 'NAF code' },
  headcount: { fr: 'Effectif', en: 'Headcount' },
  comment: { fr: 'Commentaire', en: 'Comment' },
};
