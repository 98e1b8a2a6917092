/** What other modules may ask of parties, inside their own transaction. */
export { clientById, clientList, dossierById, type DossierLine, dossierList } from './db/clients.store.ts';
export { printedClient, printedProvider } from './documents/printed-party.ts';
export { memberNamed, members, type Membership, organisation } from './db/organisations.store.ts';
