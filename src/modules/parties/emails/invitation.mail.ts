import type { NewMail } from '../../../platform/mail/index.ts';
import type { MemberRole } from '../../../shared/actor.ts';
import type { Language } from '../../../shared/refusal.ts';

type InvitationMail = {
  to: { email: string; name: string };
  organisation: string;
  invitedBy: string;
  role: MemberRole;
  url: string;
  language: Language;
};

const roles = {
  fr: { owner: 'responsable', caller: 'appelant', reader: 'lecteur' },
  en: { owner: 'owner', caller: 'caller', reader: 'reader' },
} as const;

export const invitationMail = ({ to, organisation, invitedBy, role, url, language }: InvitationMail): NewMail => ({
  language,
  sender: organisation,
  to,
  ...(language === 'fr'
    ? {
        subject: `${invitedBy} vous invite dans ${organisation}`,
        title: `Rejoignez ${organisation}`,
        paragraphs: [
          `Bonjour ${to.name},`,
          `${invitedBy} vous invite à travailler dans Cadran avec ${organisation}, comme ${roles.fr[role]}.`,
        ],
        action: { label: 'Accepter l’invitation', url },
        notes: ['Ce lien s’ouvre une seule fois, pendant 7 jours.'],
      }
    : {
        subject: `${invitedBy} invites you to ${organisation}`,
        title: `Join ${organisation}`,
        paragraphs: [
          `Hello ${to.name},`,
          `${invitedBy} invites you to work in Cadran with ${organisation}, as ${roles.en[role]}.`,
        ],
        action: { label: 'Accept the invitation', url },
        notes: ['This link opens once, within 7 days.'],
      }),
});
