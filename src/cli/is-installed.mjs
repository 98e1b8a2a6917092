// Exit 0 when node_modules holds what package-lock.json asks for. Plain JavaScript: it may run on an older Node.
import { readFileSync } from 'node:fs';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
const wanted = packagesOf('package-lock.json');
const installed = packagesOf('node_modules/.package-lock.json');
const missing = Object.entries(wanted).filter(
  ([path, { version, optional, devOptional, link }]) =>
    path && !link && !optional && !devOptional && installed[path]?.version !== version,
);
process.exit(missing.length ? 1 : 0);
