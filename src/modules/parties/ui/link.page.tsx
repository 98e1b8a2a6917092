import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { request, standAs, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import { Badge, Button, Form, Loaded, TextField } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { SigningLinkHelp } from '../../signing/screens.ts';
import { Door } from './door.tsx';
import { messages } from './messages.ts';

type LinkDescription = Answer<'get', '/links/{token}'>;
type Opened = Answer<'post', '/links/{token}/session'>;

const titles = {
  sign: 'linkSign',
  review: 'linkReview',
  portal: 'linkPortal',
  'sign-in': 'linkSignIn',
  invite: 'linkInvite',
} as const;

const subjectTitles: Record<string, 'linkRuling' | 'linkNotice'> = { ruling: 'linkRuling', notice: 'linkNotice' };

const leadsTo = ({ purpose, subject }: Opened): string => {
  if (purpose === 'sign' && subject) return subject.type === 'ruling' ? `/arbitrage/${subject.id}` : `/signature/${subject.id}`;
  if (purpose === 'review' && subject?.type === 'appointment') return `/a-valider/${subject.id}`;
  if (purpose === 'review' && subject?.type === 'notice') return `/lettres/${subject.id}`;
  if (purpose === 'portal') return '/espace';
  return purpose === 'review' ? '/a-valider' : '/';
};

/** Any link received by e-mail. Reading it spends nothing (mail readers follow links by themselves); the button opens it. */
export default function LinkPage() {
  const { token = '' } = useParams();
  const read = useRead<LinkDescription>(`/links/${encodeURIComponent(token)}`, { retry: false });
  const page = <Loaded read={read}>{(link) => <Invitation token={token} link={link} />}</Loaded>;
  // A signing link that no longer opens says what to do; any other shows its own sentence.
  return read.error ? <SigningLinkHelp token={token} otherwise={page} /> : page;
}

const Invitation = ({ token, link }: { token: string; link: LinkDescription }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const navigate = useNavigate();
  const client = useQueryClient();
  const open = useCommand((body: object) => request<Opened>('POST', `/links/${encodeURIComponent(token)}/session`, body), {
    quiet: true,
    onDone: (opened) => {
      standAs(
        opened.purpose === 'sign' ? 'signer' : opened.purpose === 'review' || opened.purpose === 'portal' ? 'client' : 'member',
      );
      client.clear();
      void navigate(leadsTo(opened), { replace: true });
    },
  });
  const joins = link.purpose === 'invite';
  return (
    <Door
      title={t(subjectTitles[link.subject?.type ?? ''] ?? titles[link.purpose], { organisation: link.organisation.name })}
      lead={t('linkFor', { name: link.displayName, email: link.email })}
    >
      {link.organisation.isDemo && (
        <div>
          <Badge tone="caution">{t('isDemo')}</Badge>
        </div>
      )}
      <Form error={open.error} onSubmit={(values) => open.mutate(values)}>
        {link.needsPassword && (
          <TextField
            name="password"
            type="password"
            label={t('choosePassword')}
            hint={t('passwordHint')}
            autoComplete="new-password"
          />
        )}
        <Button type="submit" variant="primary" size="lg" wide isPending={open.isPending}>
          {t(joins ? 'linkJoin' : 'linkOpen')}
        </Button>
      </Form>
      {/* A signature has its own deadline, which the document says. */}
      {link.purpose !== 'sign' && (
        <p className="text-sm text-ink-soft">{t('linkUntil', { day: format.dayOf(link.expiresAt) })}</p>
      )}
    </Door>
  );
};
