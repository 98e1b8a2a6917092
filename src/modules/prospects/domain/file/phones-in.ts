import { refuse } from '../../../../shared/decision.ts';
import { readPhone } from '../row/phone.ts';
import { csvReader } from './csv.ts';
import { decoderLabel, detectEncoding } from './detect-encoding.ts';
import { detectSeparator } from './detect-separator.ts';

/** Every phone number of a list of objections, each once, whatever the columns are called. `unreadable` counts rows without one. */
export const phonesIn = (bytes: Uint8Array) => {
  const detected = detectEncoding(bytes);
  if (!detected.ok) return detected;
  const label = decoderLabel(detected.encoding);
  const separator = detectSeparator(new TextDecoder(label).decode(bytes.subarray(0, 64 * 1024), { stream: true }));
  const phones = new Set<string>();
  let unreadable = 0;
  const reader = csvReader(separator, ({ cells }) => {
    const found = cells.map(phoneIn).filter((phone) => phone !== null);
    for (const phone of found) phones.add(phone);
    if (found.length === 0 && cells.some((cell) => cell.trim() !== '')) unreadable += 1;
  });
  const decoder = new TextDecoder(label);
  const step = 256 * 1024;
  for (let at = 0; at < bytes.length; at += step) reader.push(decoder.decode(bytes.subarray(at, at + step), { stream: true }));
  reader.push(decoder.decode());
  reader.end();
  if (phones.size === 0) return refuse('list_without_phones');
  return { ok: true as const, phones: [...phones], unreadable };
};

/** A SIREN has nine digits too; the 08 numbers that a bare nine-digit 8… would spell belong to services, which object to nothing. */
const phoneIn = (cell: string): string | null => {
  const reading = readPhone(cell);
  if (!reading.ok) return null;
  const bare = reading.corrections.includes('phone_zero_restored');
  return bare && /^8\d{8}$/.test(cell.trim()) ? null : reading.e164;
};
