import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import yauzl from 'yauzl';

/** The files of a bundle, by path. A zip or a folder, whichever was handed over. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

export class NotABundle extends Error {}

const maxFileBytes = 512 * 1024 * 1024;

export const readBundle = async (location: string): Promise<BundleFiles> => {
  const found = await stat(location).catch(() => {
    throw new NotABundle(`« ${location} » n’existe pas.`);
  });
  return found.isDirectory() ? readFolder(location) : readZip(location);
};

const readFolder = async (folder: string): Promise<BundleFiles> => {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, full).split(path.sep).join('/'), await readFile(full));
  }
  return files;
};

const readZip = async (file: string): Promise<BundleFiles> => {
  const zip = await yauzl.openPromise(file).catch(() => {
    throw new NotABundle(`« ${file} » n’est pas une archive zip lisible.`);
  });
  const files = new Map<string, Uint8Array>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entry.uncompressedSize > maxFileBytes) throw new NotABundle(`« ${entry.fileName} » est trop volumineux.`);
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      files.set(entry.fileName, Buffer.concat(chunks));
    }
  } catch (error) {
    throw error instanceof NotABundle ? error : new NotABundle(`L’archive « ${file} » est abîmée : ${(error as Error).message}.`);
  } finally {
    zip.close();
  }
  return files;
};
