import { X509Certificate, createHash, verify } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** A CMS SignedData with one signer, opened to be checked. */
export type SignedContent = {
  signer: pkijs.SignerInfo;
  /** What is signed, when it travels inside (a timestamp does; a PDF's bytes do not). */
  content: Uint8Array | null;
  certificate: X509Certificate;
  digest: string;
};

const oid = { messageDigest: '1.2.840.113549.1.9.4', signingCertificateV2: '1.2.840.113549.1.9.16.2.47' } as const;
const digests: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** @throws with the reason when the bytes are not such a structure. Zeros after it (the room kept in a PDF) are ignored. */
export const readSignedContent = (der: Uint8Array): SignedContent => {
  const parsed = asn1js.fromBER(new Uint8Array(der).buffer);
  if (parsed.offset === -1) throw new Error('not a CMS structure');
  const signedData = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: parsed.result }).content });
  const [signer, ...others] = signedData.signerInfos;
  if (!signer || others.length > 0) throw new Error('one signer was expected');
  const digest = digests[signer.digestAlgorithm.algorithmId];
  if (!digest) throw new Error(`digest ${signer.digestAlgorithm.algorithmId} is not accepted`);
  const content = signedData.encapContentInfo.eContent;
  return {
    signer,
    content: content ? new Uint8Array(content.getValue()) : null,
    certificate: certificateOf(parsed.result, signer),
    digest,
  };
};

/** Why a signature over this content does not hold, or null when it does: digest, signature, and the certificate named by it (CAdES). */
export const signatureProblem = (
  cms: SignedContent,
  content: Uint8Array,
): 'changed' | 'forged' | 'certificate_not_named' | null => {
  const signed = cms.signer.signedAttrs;
  const expected = signedAttribute(cms.signer, oid.messageDigest) as asn1js.OctetString | undefined;
  if (!signed || !expected) return 'forged';
  if (!createHash(cms.digest).update(content).digest().equals(Buffer.from(expected.getValue()))) return 'changed';
  const holds = verify(
    cms.digest,
    Buffer.from(signed.encodedValue),
    cms.certificate.publicKey,
    Buffer.from(cms.signer.signature.getValue()),
  );
  if (!holds) return 'forged';
  return namesItsCertificate(cms) ? null : 'certificate_not_named';
};

export const signedAttribute = (signer: pkijs.SignerInfo, type: string): asn1js.BaseBlock | undefined =>
  signer.signedAttrs?.attributes.find((attribute) => attribute.type === type)?.values[0];

export const hexSha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** 'CN=…, O=…' */
export const oneLine = (subject: string): string => subject.replaceAll('\n', ', ');

/** ESS signing-certificate-v2 (RFC 5035): SEQUENCE { certs SEQUENCE OF ESSCertIDv2 { hashAlgorithm DEFAULT sha256, certHash, … } } */
const namesItsCertificate = (cms: SignedContent): boolean => {
  const value = signedAttribute(cms.signer, oid.signingCertificateV2) as asn1js.Sequence | undefined;
  const first = (value?.valueBlock.value[0] as asn1js.Sequence | undefined)?.valueBlock.value[0] as asn1js.Sequence | undefined;
  const parts = first?.valueBlock.value ?? [];
  const algorithm =
    parts[0] instanceof asn1js.Sequence ? (parts[0].valueBlock.value[0] as asn1js.ObjectIdentifier).valueBlock.toString() : null;
  const named = parts.find((part) => part instanceof asn1js.OctetString) as asn1js.OctetString | undefined;
  if (!named) return false;
  const digest = algorithm === null ? 'sha256' : digests[algorithm];
  return digest !== undefined && createHash(digest).update(cms.certificate.raw).digest().equals(Buffer.from(named.getValue()));
};

/** Certificates are taken as they travel: encoding them again could change a byte, and with it their hash. */
const certificateOf = (contentInfo: asn1js.AsnType, signer: pkijs.SignerInfo): X509Certificate => {
  const sid = signer.sid as pkijs.IssuerAndSerialNumber;
  const serial = Buffer.from(sid.serialNumber.valueBlock.valueHexView).toString('hex').replace(/^0+/, '');
  const signedData = ((contentInfo as asn1js.Sequence).valueBlock.value[1] as asn1js.Constructed).valueBlock
    .value[0] as asn1js.Sequence;
  const set = signedData.valueBlock.value.find((part) => part.idBlock.tagClass === 3 && part.idBlock.tagNumber === 0) as
    asn1js.Constructed | undefined;
  for (const element of set?.valueBlock.value ?? []) {
    const certificate = new X509Certificate(Buffer.from((element as asn1js.Sequence).valueBeforeDecodeView));
    if (certificate.serialNumber.toLowerCase().replace(/^0+/, '') === serial) return certificate;
  }
  throw new Error('the signer’s certificate is missing');
};
