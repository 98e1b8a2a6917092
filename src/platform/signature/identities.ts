import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extendedUsage, keyAlgorithm, makeCertificate, newKeys, usage } from './certificates.ts';

/** A key and the certificate that speaks for it. */
export type Identity = { certificateDer: Uint8Array; privateKey: CryptoKey; chainDer: Uint8Array[] };
/** The two identities of an installation: the seal on documents, and the local clock that timestamps them. */
export type Identities = { seal: Identity; timestamp: Identity; authorityDer: Uint8Array };

const timeStamping = '1.3.6.1.5.5.7.3.8';
const documentSigning = '1.3.6.1.5.5.7.3.36'; // RFC 9336

/**
 * Opens the installation's own certificates, made at the first start and kept in the data folder (keys readable by its owner only).
 * They are self-signed: Acrobat shows the signer as unknown until an operator imports a certificate of a recognised authority.
 */
export const openIdentities = async (folder: string, now: Date): Promise<Identities> => {
  if (!existsSync(join(folder, 'seal.crt.pem'))) await createIdentities(folder, now);
  const authority = readCertificate(folder, 'authority');
  return {
    seal: await readIdentity(folder, 'seal', [authority]),
    timestamp: await readIdentity(folder, 'timestamp', [authority]),
    authorityDer: authority,
  };
};

/** Written in a folder beside, then renamed: two processes starting together end up with the same keys, and a crash with none. */
const createIdentities = async (folder: string, now: Date): Promise<void> => {
  const draft = `${folder}.${randomBytes(6).toString('hex')}`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const year = now.getUTCFullYear();
  // A demonstration's clock may be set back: a certificate must be valid already at the moment it seals.
  const notBefore = new Date(Date.UTC(year - 1, 0, 1));
  const notAfter = new Date(Date.UTC(year + 10, 0, 1));
  const installation = randomBytes(4).toString('hex');
  const authorityName = `Cadran autorité locale ${installation}`;
  const authority = await newKeys();
  const sealKeys = await newKeys();
  const timestampKeys = await newKeys();
  const issued = { issuer: authorityName, issuerKeys: authority, notBefore, notAfter };
  await write(
    draft,
    'authority',
    authority.privateKey,
    await makeCertificate({
      ...issued,
      notAfter: new Date(Date.UTC(year + 20, 0, 1)),
      subject: authorityName,
      keys: authority,
      authority: true,
      extensions: [usage.signsCertificates],
    }),
  );
  await write(
    draft,
    'seal',
    sealKeys.privateKey,
    await makeCertificate({
      ...issued,
      subject: `Cadran cachet électronique ${installation}`,
      keys: sealKeys,
      extensions: [usage.signsDocuments, extendedUsage(documentSigning)],
    }),
  );
  await write(
    draft,
    'timestamp',
    timestampKeys.privateKey,
    await makeCertificate({
      ...issued,
      subject: `Cadran horodatage local non qualifié ${installation}`,
      keys: timestampKeys,
      extensions: [usage.signsDocuments, extendedUsage(timeStamping, { critical: true })], // RFC 3161 §2.3: alone and critical
    }),
  );
  try {
    renameSync(draft, folder);
  } catch (failure) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(folder, 'seal.crt.pem'))) throw failure; // otherwise the other process was first
  }
};

const toPem = (label: string, der: ArrayBuffer) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
const fromPem = (text: string) => new Uint8Array(Buffer.from(text.replace(/-----[^-]+-----|\s/g, ''), 'base64'));

const write = async (folder: string, name: string, key: CryptoKey, certificate: ArrayBuffer) => {
  writeFileSync(join(folder, `${name}.crt.pem`), toPem('CERTIFICATE', certificate), { mode: 0o644 });
  writeFileSync(join(folder, `${name}.key.pem`), toPem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', key)), {
    mode: 0o600,
  });
};

const readCertificate = (folder: string, name: string) => fromPem(readFileSync(join(folder, `${name}.crt.pem`), 'utf8'));

const readIdentity = async (folder: string, name: string, chainDer: Uint8Array[]): Promise<Identity> => {
  const keyPath = join(folder, `${name}.key.pem`);
  chmodSync(keyPath, 0o600);
  const certificateDer = readCertificate(folder, name);
  const privateKey = await crypto.subtle.importKey('pkcs8', fromPem(readFileSync(keyPath, 'utf8')), keyAlgorithm, false, [
    'sign',
  ]);
  return { certificateDer, privateKey, chainDer };
};
