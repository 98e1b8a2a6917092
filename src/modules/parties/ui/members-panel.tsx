import { useState } from 'react';
import { request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import {
  Button,
  ConfirmDialog,
  Dialog,
  Form,
  Loaded,
  RadioGroup,
  Select,
  StateLabel,
  Table,
  TextField,
  type Column,
} from '../../../web/design/index.ts';
import { useMessages, useWhyNot } from '../../../web/i18n/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import { removeMember } from '../domain/change-member.ts';
import type { Member } from '../domain/member.ts';
import { partiesRefusals } from '../refusals.ts';
import { messages } from './messages.ts';

type Members = Answer<'get', '/members'>;
type MemberRow = Members['members'][number];
type Role = MemberRow['role'];
const asMember = (row: MemberRow): Member => ({ ...row, userId: row.userId as UserId });
const roles: readonly Role[] = ['owner', 'caller', 'reader'];

/** Who works here, in which role; invitations under way. */
export const MembersPanel = ({ owner }: { owner: boolean }) => {
  const t = useMessages(messages);
  const read = useRead<Members>('/members');
  const [inviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<MemberRow | null>(null);
  const whyNot = useWhyNot(partiesRefusals);
  const members = (read.data?.members ?? []).map(asMember);
  const changeRole = useCommand(
    ({ userId, role }: { userId: string; role: Role }) => request('PATCH', `/members/${userId}`, { role }),
    { invalidate: [['members']], done: t('saved') },
  );
  const remove = useCommand((member: MemberRow) => request('DELETE', `/members/${member.userId}`), {
    invalidate: [['members']],
    done: (_, member) => t('removed', { name: member.displayName }),
    onDone: () => setLeaving(null),
  });
  const columns: Column<MemberRow>[] = [
    {
      key: 'name',
      header: t('member'),
      value: (row) => row.displayName,
      phone: 'title',
      cell: (row) => (
        <>
          <span className="block font-medium">{row.displayName}</span>
          <span className="block text-xs text-ink-soft">{row.email}</span>
        </>
      ),
    },
    {
      key: 'role',
      header: t('role'),
      value: (row) => t(`role_${row.role}`),
      width: 'w-52',
      cell: (row) =>
        owner ? (
          <Select
            labelHidden
            label={t('roleOf', { name: row.displayName })}
            options={roles.map((role) => ({ value: role, label: t(`role_${role}`) }))}
            value={row.role}
            onChange={(role) => role !== row.role && changeRole.mutate({ userId: row.userId, role })}
          />
        ) : (
          t(`role_${row.role}`)
        ),
    },
    {
      key: 'state',
      header: t('state'),
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <StateLabel tone={row.state === 'active' ? 'good' : 'caution'}>{t(`state_${row.state}`)}</StateLabel>,
      width: 'w-48',
    },
    ...(owner
      ? [
          {
            key: 'actions',
            header: t('actions'),
            value: () => null,
            cell: (row: MemberRow) => (
              <Button
                size="sm"
                variant="quiet"
                whyDisabled={whyNot(removeMember(members, asMember(row)))}
                onPress={() => setLeaving(row)}
              >
                {t('remove')}
              </Button>
            ),
            align: 'right' as const,
            width: 'w-56',
          },
        ]
      : []),
  ];
  return (
    <div className="flex flex-col items-stretch gap-4">
      {owner && (
        <div>
          <Button variant="primary" onPress={() => setInviting(true)}>
            {t('invite')}
          </Button>
        </div>
      )}
      <Loaded read={read}>
        {({ members }) => (
          <Table label={t('membersTab')} rows={members} rowId={(row) => row.userId} columns={columns} empty={null} />
        )}
      </Loaded>
      <InviteDialog isOpen={inviting} onClose={() => setInviting(false)} />
      <ConfirmDialog
        title={t('removeTitle', { name: leaving?.displayName ?? '' })}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        action={t('remove')}
        danger
        isPending={remove.isPending}
        onConfirm={() => leaving && remove.mutate(leaving)}
      >
        {t('removeWhy')}
      </ConfirmDialog>
    </div>
  );
};

const InviteDialog = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const t = useMessages(messages);
  const [role, setRole] = useState<Role>('caller');
  const invite = useCommand(
    (body: { email?: unknown; displayName?: unknown }) => request('POST', '/members', { ...body, role }),
    {
      quiet: true,
      invalidate: [['members']],
      done: (_, body) => t('invited', { email: String(body.email) }),
      onDone: onClose,
    },
  );
  return (
    <Dialog title={t('invite')} isOpen={isOpen} onClose={onClose}>
      <Form error={invite.error} onSubmit={(values) => invite.mutate(values)}>
        <TextField name="displayName" label={t('yourName')} autoFocus />
        <TextField name="email" type="email" label={t('email')} />
        <RadioGroup
          label={t('role')}
          value={role}
          onChange={setRole}
          options={roles.map((value) => ({ value, label: t(`role_${value}`), hint: t(`role_${value}_hint`) }))}
        />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" isPending={invite.isPending}>
            {t('inviteSend')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
};
