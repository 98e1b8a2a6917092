/** The page that tells a stranger how to check the bundle with ordinary tools. */
export const readmeText = ({
  provider,
  client,
  isDemo,
}: {
  provider: string;
  client: string;
  isDemo: boolean;
}): string => `DOSSIER DE PREUVE
${provider} / ${client}${isDemo ? '\n\nDÉMONSTRATION : ce dossier ne vaut pas preuve.' : ''}

Ce dossier réunit les contrats, signatures, comptes rendus, factures et enregistrements de la relation, et le journal
chaîné de tout ce qui s’est passé. Il se vérifie hors ligne, sans le logiciel qui l’a produit.

1. Les fichiers sont-ils ceux qui ont été exportés ?
     sha256sum -c SHA256SUMS

2. De quand date le manifeste ?
     openssl ts -reply -token_in -in manifest.json.tsr -text

3. Les contrats sont-ils signés et intacts ?
     pdfsig contrats/*.pdf

4. Les conditions signées sont-elles dans le contrat ?
     pdfdetach -saveall contrats/…-signe.pdf
   et comparer cadran-terms.json au fichier du dossier « conditions ».

5. Le journal est-il entier ?
   Chaque ligne de journal/journal.jsonl contient l’empreinte de la précédente (prev) et la sienne (hash) : SHA-256 du
   JSON canonique (RFC 8785) de la ligne sans « hash ». La dernière est celle du manifeste (journal.head).

6. Tout à la fois, avec Cadran :
     ./cadran verify DOSSIER.zip

Ce qui est déclaré par l’appelant, constaté par le serveur ou simulé est indiqué à chaque appel (niveau de preuve).
Celui qui administre le serveur aurait pu forger le journal avant son export : l’horodatage et la remise de ce dossier
au client ferment cette possibilité pour tout ce qui le précède.
`;
