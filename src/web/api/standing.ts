export type Standing = 'member' | 'client' | 'signer';
const key = 'cadran_as';

/** A browser may hold two sessions (a prestataire who tries her client's link); each tab remembers which one it speaks for. */
export const standing = (): Standing | null => sessionStorage.getItem(key) as Standing | null;

export const standAs = (who: Standing | null): void => {
  if (who) sessionStorage.setItem(key, who);
  else sessionStorage.removeItem(key);
};

/** The address of something that the browser fetches by itself (sound, PDF, live stream, download), on behalf of this tab's session. */
export const apiAddress = (path: string): string => {
  const who = standing();
  return `/api/v1${path}${who ? `${path.includes('?') ? '&' : '?'}as=${who}` : ''}`;
};
