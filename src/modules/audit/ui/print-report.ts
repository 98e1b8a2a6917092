import { errorFrom } from '../../../web/api/request.ts';
import { standing } from '../../../web/api/standing.ts';

/** Asks for the report and hands it to the browser as a download: nothing of it stays on the server. */
export const printReport = async (body: object): Promise<void> => {
  const who = standing();
  const answered = await fetch('/api/v1/audits/report', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(who ? { 'x-cadran-as': who } : {}) },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  });
  if (!answered.ok)
    throw errorFrom(answered.status, answered.headers.get('x-request-id'), await answered.json().catch(() => null));
  const address = URL.createObjectURL(await answered.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = 'audit.pdf';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
