import type { NewMail } from '../../../platform/mail/index.ts';
import type { Language } from '../../../shared/refusal.ts';

type SignInMail = { to: { email: string; name: string }; organisation: string; url: string; language: Language };

export const signInMail = ({ to, organisation, url, language }: SignInMail): NewMail => ({
  language,
  sender: organisation,
  to,
  ...(language === 'fr'
    ? {
        subject: 'Votre lien de connexion à Cadran',
        title: 'Votre lien de connexion',
        paragraphs: [`Bonjour ${to.name},`, 'Ce lien vous connecte sans mot de passe.'],
        action: { label: 'Me connecter', url },
        notes: [
          'Il s’ouvre une seule fois, pendant 15 minutes. Si vous ne l’avez pas demandé, ignorez ce message : rien ne se passe.',
        ],
      }
    : {
        subject: 'Your sign-in link for Cadran',
        title: 'Your sign-in link',
        paragraphs: [`Hello ${to.name},`, 'This link signs you in without a password.'],
        action: { label: 'Sign in', url },
        notes: ['It opens once, within 15 minutes. If you did not ask for it, ignore this message: nothing happens.'],
      }),
});
