import { resolve } from 'node:path';
import type pg from 'pg';
import { installJobs } from '../jobs/install.ts';
import { migrate } from './migrate.ts';

/** The folder that holds package.json. */
export const projectDir = resolve(import.meta.dirname, '../../..');

/** Brings a database up to this version of the program: our tables, then the queue's. Returns the migrations applied. */
export const prepareDatabase = async (owner: pg.ClientConfig): Promise<string[]> => {
  const applied = await migrate(owner, projectDir);
  await installJobs(owner);
  return applied;
};
