import { X509Certificate, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Identity } from '../signature/identities.ts';
import { oneLine } from './cms.ts';
import { type TimestampAuthority, sha256 } from './authority.ts';

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

/** Policy of the built-in authority, in the arc kept for examples (ITU-T X.660): it can be taken for nobody's promise. */
export const localPolicy = '2.999.3161.1';

const ownedBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/**
 * The authority used when none is configured. Its certificate and its policy say that it is local and not qualified:
 * it fixes an order and a moment for whoever trusts this installation's clock, and nobody else.
 */
export const localTimestampAuthority = (identity: Identity, clock: () => Date): TimestampAuthority => ({
  kind: 'local',
  name: oneLine(new X509Certificate(identity.certificateDer).subject),
  timestamp: async (digest) => {
    const genTime = clock();
    genTime.setUTCMilliseconds(0);
    const certificates = [identity.certificateDer, ...identity.chainDer].map((der) =>
      pkijs.Certificate.fromBER(ownedBuffer(der)),
    );
    const tstInfo = new pkijs.TSTInfo({
      version: 1,
      policy: localPolicy,
      messageImprint: new pkijs.MessageImprint({
        hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new asn1js.Null() }),
        hashedMessage: new asn1js.OctetString({ valueHex: ownedBuffer(digest) }),
      }),
      serialNumber: new asn1js.Integer({ valueHex: positive(randomBytes(16)) }),
      genTime,
      accuracy: new pkijs.Accuracy({ seconds: 1 }),
    });
    const content = new Uint8Array(tstInfo.toSchema().toBER(false));
    const signedData = new pkijs.SignedData({
      version: 3,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({
        eContentType: oid.tstInfo,
        eContent: new asn1js.OctetString({ valueHex: ownedBuffer(content) }),
      }),
      certificates,
      signerInfos: [
        new pkijs.SignerInfo({
          version: 1,
          sid: new pkijs.IssuerAndSerialNumber({ issuer: certificates[0]!.issuer, serialNumber: certificates[0]!.serialNumber }),
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: oid.tstInfo })),
              attribute(oid.signingTime, new asn1js.UTCTime({ valueDate: genTime })),
              attribute(oid.messageDigest, new asn1js.OctetString({ valueHex: ownedBuffer(sha256(content)) })),
              attribute(oid.signingCertificateV2, signingCertificate(identity.certificateDer)),
            ],
          }),
        }),
      ],
    });
    await signedData.sign(identity.privateKey, 0, 'SHA-256');
    const token = new pkijs.ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) });
    return new Uint8Array(token.toSchema().toBER(false));
  },
});

const attribute = (type: string, value: asn1js.BaseBlock) => new pkijs.Attribute({ type, values: [value] });

/** RFC 5035: the token names the certificate that made it (SHA-256 is the default, so it is not written). */
const signingCertificate = (certificateDer: Uint8Array) =>
  new asn1js.Sequence({
    value: [
      new asn1js.Sequence({
        value: [new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: ownedBuffer(sha256(certificateDer)) })] })],
      }),
    ],
  });

const positive = (bytes: Uint8Array): ArrayBuffer => {
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return ownedBuffer(bytes);
};
