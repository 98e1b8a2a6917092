// After `npm install`: takes out of package-lock.json the optional packages of other platforms that the registry did not
// give. `npm ci` compares the two lists and stops when one names a package that the other does not hold.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const held = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
let removed = 0;
for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const name of Object.keys(optionalDependencies)) {
    if (held.has(name)) continue;
    delete optionalDependencies[name];
    removed += 1;
  }
}
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${removed} optional packages of other platforms taken out of package-lock.json`);
