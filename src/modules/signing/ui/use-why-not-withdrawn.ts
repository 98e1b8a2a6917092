import { useLanguage } from '../../../web/i18n/index.ts';
import { mayWithdrawAlone, type SigningState, signingRefusals } from '../index.ts';

/** Why the prestataire may not take this offer back alone, said before the click; null while it may be, or when nothing waits. */
export const useWhyNotWithdrawn = (state: SigningState | null | undefined): string | null => {
  const { language } = useLanguage();
  if (!state) return null;
  const alone = mayWithdrawAlone({ state });
  return alone.ok ? null : signingRefusals[alone.code][language];
};
