const digit = (head: string): string => {
  for (let key = 0; key < 10; key += 1) {
    const digits = `${head}${key}`;
    let sum = 0;
    for (let place = 0; place < digits.length; place += 1) {
      let value = Number(digits[digits.length - 1 - place]);
      if (place % 2) value = value > 4 ? value * 2 - 9 : value * 2;
      sum += value;
    }
    if (sum % 10 === 0) return digits;
  }
  throw new Error('unreachable');
};

const firms = [
  'Menuiserie',
  'Cabinet',
  'Transports',
  'Imprimerie',
  'Ateliers',
  'Société',
  'Établissements',
  'Garage',
  'Clinique vétérinaire',
  'Conserverie',
];
const names = [
  'Lefèvre',
  'Benoît',
  'Müller',
  'Garçon',
  'Saint-Éloi',
  'Le Goff',
  'Çelik',
  'Roux',
  'Nguyễn',
  'Østergård',
  'D’Angelo',
  'Marchand',
  'Bœuf',
];
const towns = [
  ['75011', 'Paris'],
  ['69003', 'Lyon'],
  ['13006', 'Marseille'],
  ['35000', 'Rennes'],
  ['59000', 'Lille'],
  ['29200', 'Brest'],
  ['01000', 'Bourg-en-Bresse'],
  ['31000', 'Toulouse'],
];
const jobs = ['Gérant', 'Directrice commerciale', 'Président', 'Directeur général', 'Responsable des achats'];
// Arcep keeps these ranges for fiction: nobody is ever called.
const ranges = ['019900', '026191', '035301', '046571', '053649'];

/** A clean prospect file of the demonstration, the same bytes each time: UTF-8, semicolons, one company a row. */
export const prospectFile = (rows: number): Uint8Array => {
  const lines = ['Raison sociale;SIRET;Civilité;Nom;Fonction;Téléphone;Code postal;Ville;Effectif'];
  for (let row = 0; row < rows; row += 1) {
    const siren = digit(`8${String(1_000_000 + row * 7)}`);
    const [postCode, town] = towns[row % towns.length]!;
    const phone = `${ranges[row % ranges.length]}${String(Math.floor(row / ranges.length)).padStart(4, '0')}`;
    lines.push(
      [
        `${firms[row % firms.length]} ${names[(row * 7) % names.length]} ${row + 1}`,
        digit(`${siren}0001`),
        row % 2 ? 'Mme' : 'M.',
        names[(row * 5) % names.length],
        jobs[row % jobs.length],
        phone,
        postCode,
        town,
        '20-49',
      ].join(';'),
    );
  }
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
};
