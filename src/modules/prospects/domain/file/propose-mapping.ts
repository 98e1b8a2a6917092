import { readPhone } from '../row/phone.ts';
import { readSiret } from '../row/siret.ts';
import type { FieldName } from './fields.ts';

/** `confidence`: 1 when the heading is a known one, 0.7 when it contains one, 0.5 when only the cells below tell. */
export type ColumnProposal = { column: number; heading: string; field: FieldName | null; confidence: number };

/** Headings as French and English files spell them, without accents or punctuation. The first match wins. */
const synonyms: Readonly<Record<FieldName, readonly string[]>> = {
  company: [
    'raison sociale',
    'societe',
    'entreprise',
    'nom societe',
    'nom de la societe',
    'nom entreprise',
    'denomination',
    'denomination sociale',
    'etablissement',
    'enseigne',
    'compte',
    'company',
    'company name',
    'organisation',
    'organization',
    'account',
    'account name',
    'rs',
    'nom commercial',
  ],
  siret: [
    'siret',
    'n siret',
    'no siret',
    'numero siret',
    'num siret',
    'siren',
    'n siren',
    'siren siret',
    'siret siren',
    'code siret',
  ],
  civility: ['civilite', 'civ', 'titre', 'title', 'salutation', 'm mme'],
  firstName: ['prenom', 'prenom contact', 'prenom du contact', 'first name', 'firstname', 'given name'],
  lastName: [
    'nom',
    'nom contact',
    'nom du contact',
    'nom de famille',
    'contact',
    'interlocuteur',
    'dirigeant',
    'nom prenom',
    'nom et prenom',
    'prenom nom',
    'nom dirigeant',
    'last name',
    'lastname',
    'surname',
    'name',
    'full name',
    'contact name',
  ],
  jobTitle: ['fonction', 'poste occupe', 'poste', 'qualite', 'job title', 'job', 'position', 'role', 'fonction contact'],
  phone: [
    'telephone',
    'tel',
    'tel fixe',
    'telephone fixe',
    'fixe',
    'n tel',
    'no tel',
    'numero',
    'numero de telephone',
    'num tel',
    'tel 1',
    'telephone 1',
    'tel1',
    'telephone standard',
    'standard',
    'ligne directe',
    'tel direct',
    'tel pro',
    'telephone pro',
    'telephone professionnel',
    'phone',
    'phone number',
    'telephone number',
    'work phone',
    'landline',
    'office phone',
    'business phone',
  ],
  mobile: [
    'mobile',
    'portable',
    'tel mobile',
    'telephone mobile',
    'tel portable',
    'telephone portable',
    'gsm',
    'tel 2',
    'telephone 2',
    'tel2',
    'mobile phone',
    'cell',
    'cell phone',
    'autre telephone',
  ],
  email: [
    'e mail',
    'email',
    'mail',
    'courriel',
    'adresse mail',
    'adresse e mail',
    'adresse email',
    'email address',
    'e mail contact',
    'email contact',
    'mel',
  ],
  address: ['adresse', 'adresse 1', 'adresse postale', 'rue', 'voie', 'address', 'street', 'address 1', 'adresse ligne 1'],
  postalCode: ['code postal', 'cp', 'c p', 'codepostal', 'code post', 'postcode', 'postal code', 'zip', 'zip code', 'zipcode'],
  city: ['ville', 'commune', 'localite', 'city', 'town', 'libelle commune'],
  country: ['pays', 'country'],
  naf: [
    'naf',
    'ape',
    'code naf',
    'code ape',
    'naf ape',
    'activite',
    'code activite',
    'secteur',
    'secteur d activite',
    'industry',
    'sector',
  ],
  headcount: [
    'effectif',
    'effectifs',
    'tranche effectif',
    'tranche d effectif',
    'nb salaries',
    'nombre de salaries',
    'salaries',
    'taille',
    'headcount',
    'employees',
    'number of employees',
    'company size',
  ],
  comment: [
    'commentaire',
    'commentaires',
    'remarque',
    'remarques',
    'note',
    'notes',
    'observation',
    'observations',
    'comment',
    'comments',
    'memo',
    'description',
  ],
};

const exact = new Map<string, FieldName>();
for (const [field, names] of Object.entries(synonyms))
  for (const name of names) if (!exact.has(name)) exact.set(name, field as FieldName);

/** What a heading names, and how sure that is. */
export const fieldOfHeading = (heading: string): { field: FieldName; confidence: number } | null => {
  const plain = plainHeading(heading);
  const known = exact.get(plain);
  if (known) return { field: known, confidence: 1 };
  const words = plain.split(' ');
  // The longest known name found inside, so that « téléphone mobile du contact » is a mobile and not a contact.
  let best: { field: FieldName; length: number } | null = null;
  for (const [name, field] of exact) {
    const inside = name.includes(' ') ? ` ${plain} `.includes(` ${name} `) : name.length > 2 && words.includes(name);
    const weight = name.length + (field === 'phone' || field === 'mobile' || field === 'siret' || field === 'email' ? 10 : 0);
    if (inside && (!best || weight > best.length)) best = { field, length: weight };
  }
  return best ? { field: best.field, confidence: 0.7 } : null;
};

/** Proposes what each column holds, from its heading first and from the cells below it otherwise. A field is proposed once. */
export const proposeMapping = (headings: readonly string[], sample: readonly (readonly string[])[]): ColumnProposal[] => {
  const proposals: ColumnProposal[] = headings.map((heading, column) => {
    const found = fieldOfHeading(heading) ?? fieldOfCells(sample.map((cells) => cells[column] ?? ''));
    return { column, heading, field: found?.field ?? null, confidence: found?.confidence ?? 0 };
  });
  keepSurest(proposals);
  return proposals;
};

/** A second column of phone numbers becomes the second number; any other field keeps its surest column. */
const keepSurest = (proposals: ColumnProposal[]): void => {
  const taken = new Set<FieldName>();
  for (const proposal of [...proposals].sort((a, b) => b.confidence - a.confidence || a.column - b.column)) {
    if (proposal.field === 'phone' && taken.has('phone')) proposal.field = 'mobile';
    if (proposal.field === null) continue;
    if (taken.has(proposal.field)) {
      proposal.field = null;
      proposal.confidence = 0;
    } else taken.add(proposal.field);
  }
};

const fieldOfCells = (cells: readonly string[]): { field: FieldName; confidence: number } | null => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length < 2) return null;
  const share = (test: (cell: string) => boolean) => filled.filter(test).length / filled.length;
  if (share((cell) => /^\d{5}$/.test(cell)) > 0.8) return { field: 'postalCode', confidence: 0.5 };
  if (share((cell) => readSiret(cell)?.siren != null) > 0.6) return { field: 'siret', confidence: 0.5 };
  if (share((cell) => readPhone(cell).ok) > 0.5) return { field: 'phone', confidence: 0.5 };
  if (share((cell) => /^\S+@\S+\.\w+$/.test(cell)) > 0.6) return { field: 'email', confidence: 0.5 };
  if (share((cell) => /^\d{4}[A-Z]$/.test(cell.replace('.', ''))) > 0.8) return { field: 'naf', confidence: 0.5 };
  return null;
};

const plainHeading = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
