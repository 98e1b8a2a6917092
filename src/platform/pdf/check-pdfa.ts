export type PdfAFinding = string;
export const checkPdfA = async (_b: Uint8Array): Promise<PdfAFinding[]> => [];
