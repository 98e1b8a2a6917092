// Adds the published clauses that the lock does not know yet. A published text that changed is refused: give it another version.
import { writeFileSync } from 'node:fs';
import { lockable, lockPath, readLock } from '../src/modules/clauses/app/built-in-catalog.ts';
import { brokenPromises, notYetLocked } from '../src/modules/clauses/domain/published-lock.ts';

const all = lockable();
const lock = readLock();
const broken = brokenPromises(all, lock);
if (broken.length > 0) {
  console.error(broken.join('\n'));
  process.exit(1);
}
const added = notYetLocked(all, lock);
const whole = Object.fromEntries(Object.entries({ ...lock, ...added }).sort(([a], [b]) => a.localeCompare(b)));
writeFileSync(lockPath, `${JSON.stringify(whole, null, 2)}\n`);
console.log(`${Object.keys(added).length} publiée(s), ${Object.keys(whole).length} au total`);
