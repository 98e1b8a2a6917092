import { open, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A process told apart from a later one with the same number. */
export type ProcessMark = { pid: number; startedTicks: string };

export const markOf = async (pid: number): Promise<ProcessMark | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (!stat) return null;
  // The command, in parentheses, may hold spaces; the state and then the 20th field, the start time, follow it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : { pid, startedTicks: fields[19]! };
};

export const isAlive = async (mark: ProcessMark | null): Promise<boolean> =>
  mark !== null && (await markOf(mark.pid))?.startedTicks === mark.startedTicks;

/** PostgreSQL's processes stay in their cluster's folder: this finds them whatever postmaster.pid says. */
export const processesIn = async (pgdata: string): Promise<number[]> => {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    if ((await readlink(`/proc/${name}/cwd`).catch(() => null)) === pgdata && (await markOf(Number(name))))
      found.push(Number(name));
  }
  return found;
};

/** The running postmaster of this cluster, if postmaster.pid names one that is really it: after a reboot the number may be anybody's. */
export const postmasterOf = async (pgdata: string): Promise<ProcessMark | null> => {
  const text = await readFile(join(pgdata, 'postmaster.pid'), 'utf8').catch(() => null);
  const pid = Number(text?.split('\n')[0]);
  if (!pid || (await readlink(`/proc/${pid}/cwd`).catch(() => null)) !== pgdata) return null;
  return markOf(pid);
};

/** One process at a time in `work`; a lock left by a dead process is taken over. */
export const exclusively = async <T>(lockPath: string, work: () => Promise<T>): Promise<T> => {
  const me = JSON.stringify(await markOf(process.pid));
  const deadline = Date.now() + 120_000;
  for (;;) {
    try {
      const file = await open(lockPath, 'wx', 0o600);
      await file.writeFile(me);
      await file.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = await readMark(lockPath);
      if (holder !== 'unreadable' && !(await isAlive(holder))) await rm(lockPath, { force: true });
      else if (Date.now() > deadline)
        throw new Error(`${lockPath} is held by process ${holder === 'unreadable' ? '?' : holder?.pid}`);
      await pause(25);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lockPath, { force: true });
  }
};

/** 'unreadable' while its writer has not finished writing it, for a moment. */
const readMark = async (path: string): Promise<ProcessMark | null | 'unreadable'> => {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return 'unreadable';
  try {
    return JSON.parse(text) as ProcessMark;
  } catch {
    await pause(200);
    const again = await readFile(path, 'utf8').catch(() => null);
    return again === text ? null : 'unreadable';
  }
};
