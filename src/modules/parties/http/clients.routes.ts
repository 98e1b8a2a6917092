import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import { answer, checkInput, idParam, memberOf, no, usualAnswers, type App } from '../../../platform/http/index.ts';
import type { ClientId, DossierId } from '../../../shared/ids.ts';
import type { addClientHandler, editClientHandler } from '../app/clients.handlers.ts';
import { clientById, clientList, dossierById, dossierList } from '../db/clients.store.ts';
import { ClientIdentityChange, ClientIdentityInput } from '../domain/client-identity.ts';
import type { Client } from '../domain/client.ts';
import { mergedIdentity } from '../domain/merge-identity.ts';
import { clientPolicy, dossierPolicy } from '../domain/policy.ts';
import { partiesRefusals } from '../refusals.ts';
import { ClientBody, ClientLine, DossierBody } from './schemas.ts';

type Deps = { db: Database; addClient: ReturnType<typeof addClientHandler>; editClient: ReturnType<typeof editClientHandler> };

const tags = ['Clients'];
const body = ({ id, dossierId, identity, contactIds, createdAt }: Client) => ({
  clientId: id,
  dossierId,
  identity,
  contactIds,
  createdAt,
});

/** Clients, and the dossier that each of them opens. */
export const clientRoutes =
  ({ db, addClient, editClient }: Deps) =>
  async (app: App) => {
    app.get(
      '/clients',
      {
        config: { allow: clientPolicy.read },
        schema: {
          tags,
          summary: 'Les clients de l’organisation',
          response: { 200: z.object({ clients: z.array(ClientLine) }), ...usualAnswers },
        },
      },
      async (request) => {
        const actor = memberOf(request);
        const clients = await db.withTenant(actor.tenantId, actor, clientList);
        return {
          clients: clients.map(({ id, dossierId, identity, createdAt }) => ({
            clientId: id,
            dossierId,
            name: identity.name,
            siren: identity.siren,
            city: identity.address.city,
            signatory: { name: identity.signatory.name, email: identity.signatory.email },
            createdAt,
          })),
        };
      },
    );

    app.post(
      '/clients',
      {
        config: { allow: clientPolicy.add },
        schema: {
          tags,
          summary: 'Ajouter un client : son dossier s’ouvre',
          body: ClientIdentityInput,
          response: { 201: ClientBody, ...usualAnswers },
        },
      },
      async (request, reply) => {
        const added = await addClient(memberOf(request), { identity: request.body });
        return reply.status(201).send(answer(added, partiesRefusals, ({ client }) => body(client)));
      },
    );

    const params = z.object({ id: idParam<ClientId>() });
    app.get(
      '/clients/:id',
      {
        config: { allow: clientPolicy.read },
        schema: { tags, summary: 'Un client', params, response: { 200: ClientBody, ...usualAnswers } },
      },
      async (request) => {
        const actor = memberOf(request);
        const client = await db.withTenant(actor.tenantId, actor, (tx) => clientById(tx, request.params.id));
        return client ? body(client) : no(partiesRefusals, 'unknown_client');
      },
    );

    app.patch(
      '/clients/:id',
      {
        config: { allow: clientPolicy.edit },
        schema: {
          tags,
          summary: 'Corriger un client ; les documents déjà envoyés gardent l’identité d’alors',
          params,
          body: ClientIdentityChange,
          response: { 200: ClientBody, ...usualAnswers },
        },
      },
      async (request) => {
        const complete = (known: Client['identity']) => checkInput(ClientIdentityInput, mergedIdentity(known, request.body));
        return answer(await editClient(memberOf(request), request.params.id, complete), partiesRefusals, ({ client }) =>
          body(client),
        );
      },
    );

    app.get(
      '/dossiers',
      {
        config: { allow: dossierPolicy.read },
        schema: {
          tags,
          summary: 'Les dossiers, du plus récent au plus ancien',
          response: { 200: z.object({ dossiers: z.array(DossierBody) }), ...usualAnswers },
        },
      },
      async (request) => {
        const actor = memberOf(request);
        return { dossiers: await db.withTenant(actor.tenantId, actor, dossierList) };
      },
    );

    app.get(
      '/dossiers/:id',
      {
        config: { allow: dossierPolicy.read },
        schema: {
          tags,
          summary: 'Un dossier',
          params: z.object({ id: idParam<DossierId>() }),
          response: { 200: DossierBody, ...usualAnswers },
        },
      },
      async (request) => {
        const actor = memberOf(request);
        const dossier = await db.withTenant(actor.tenantId, actor, (tx) => dossierById(tx, request.params.id));
        return dossier ?? no(partiesRefusals, 'unknown_dossier');
      },
    );
  };
