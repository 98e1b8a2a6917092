import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** P-256: small, fast to make at the first start, and read by Acrobat, poppler and openssl. */
export const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
export const newKeys = () => crypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify']);

const extension = (extnID: string, critical: boolean, value: { toBER: (sizeOnly: boolean) => ArrayBuffer }) =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });

/** Bits of RFC 5280 §4.2.1.3, first bit first. */
const keyUsage = (byte: number, unusedBits: number) =>
  extension('2.5.29.15', true, new asn1js.BitString({ valueHex: new Uint8Array([byte]).buffer, unusedBits }));
export const usage = { signsDocuments: keyUsage(0b1100_0000, 6), signsCertificates: keyUsage(0b0000_0110, 1) };
export const extendedUsage = (purpose: string, { critical = false } = {}) =>
  extension('2.5.29.37', critical, new pkijs.ExtKeyUsage({ keyPurposes: [purpose] }).toSchema());

const named = (name: pkijs.RelativeDistinguishedNames, commonName: string) =>
  name.typesAndValues.push(
    new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: commonName }) }),
  );

/** An X.509 v3 certificate, DER, signed by the issuer's key. */
export const makeCertificate = async (content: {
  subject: string;
  issuer: string;
  keys: CryptoKeyPair;
  issuerKeys: CryptoKeyPair;
  notBefore: Date;
  notAfter: Date;
  authority?: boolean;
  extensions: pkijs.Extension[];
}): Promise<ArrayBuffer> => {
  const certificate = new pkijs.Certificate({ version: 2 });
  const number = randomBytes(16);
  number[0] = (number[0]! & 0x7f) | 0x40; // positive: the first bit of a DER integer is its sign
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(number).buffer });
  named(certificate.subject, content.subject);
  named(certificate.issuer, content.issuer);
  certificate.notBefore.value = content.notBefore;
  certificate.notAfter.value = content.notAfter;
  await certificate.subjectPublicKeyInfo.importKey(content.keys.publicKey);
  certificate.extensions = [
    extension(
      '2.5.29.19',
      true,
      new pkijs.BasicConstraints({
        cA: content.authority ?? false,
        ...(content.authority ? { pathLenConstraint: 0 } : {}),
      }).toSchema(),
    ),
    ...content.extensions,
    extension('2.5.29.14', false, new asn1js.OctetString({ valueHex: await keyIdentifier(content.keys.publicKey) })),
    extension(
      '2.5.29.35',
      false,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({ valueHex: await keyIdentifier(content.issuerKeys.publicKey) }),
      }).toSchema(),
    ),
  ];
  await certificate.sign(content.issuerKeys.privateKey, 'SHA-256');
  return certificate.toSchema(true).toBER(false);
};

const keyIdentifier = async (key: CryptoKey): Promise<ArrayBuffer> =>
  (await crypto.subtle.digest('SHA-256', await crypto.subtle.exportKey('spki', key))).slice(0, 20);
