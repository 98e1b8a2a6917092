import { useState } from 'react';
import { apiAddress, request, useCommand } from '../../../web/api/client.ts';
import {
  Button,
  ConfirmDialog,
  DateField,
  Dialog,
  ExternalLink,
  FileDrop,
  Form,
  StateLabel,
  TextField,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { refreshed, type KindRow } from './shapes.ts';

/** The three documents: which is good until when, and how to bring a new one. */
export const DocumentRows = ({ kinds, mayDeposit }: { kinds: readonly KindRow[]; mayDeposit: boolean }) => {
  const [asked, ask] = useState<KindRow['kind'] | null>(null);
  const [declaring, declare] = useState(false);
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {kinds.map((row) => (
          <Row key={row.kind} row={row} mayDeposit={mayDeposit} onDeposit={() => ask(row.kind)} onDeclare={() => declare(true)} />
        ))}
      </ul>
      {asked && <Deposit kind={asked} onClose={() => ask(null)} />}
      {declaring && <Declare onClose={() => declare(false)} />}
    </>
  );
};

type RowProps = { row: KindRow; mayDeposit: boolean; onDeposit: () => void; onDeclare: () => void };
const Row = ({ row, mayDeposit, onDeposit, onDeclare }: RowProps) => {
  const t = useMessages(messages);
  const { kind, inForce } = row;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 text-sm">
      <div className="min-w-0 max-w-reading">
        <p className="font-medium">{t(kind)}</p>
        <p className="text-ink-soft">{t(`${kind}Why`)}</p>
        <DocumentState row={row} />
        {inForce?.securityCode && <p className="tabular-nums">{t('code', { code: inForce.securityCode })}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {inForce && <ExternalLink href={apiAddress(`/vigilance/documents/${inForce.id}/file`)}>{t('open')}</ExternalLink>}
        {mayDeposit && kind === 'foreign_workers' && <Button onPress={onDeclare}>{t('declareNone')}</Button>}
        {mayDeposit && (
          <Button variant={inForce ? 'quiet' : 'secondary'} onPress={onDeposit}>
            {t(inForce ? 'replace' : 'deposit')}
          </Button>
        )}
      </div>
    </li>
  );
};

export const DocumentState = ({ row: { inForce, lapsed } }: { row: KindRow }) => {
  const t = useMessages(messages);
  const format = useFormats();
  if (inForce) return <StateLabel tone="good">{t('valid', { day: format.day(inForce.validThrough) })}</StateLabel>;
  return lapsed ? (
    <StateLabel tone="bad">{t('lapsed', { day: format.day(lapsed.validThrough) })}</StateLabel>
  ) : (
    <StateLabel tone="caution">{t('missing')}</StateLabel>
  );
};

const Declare = ({ onClose }: { onClose: () => void }) => {
  const t = useMessages(messages);
  const command = useCommand(() => request('POST', '/vigilance/foreign-workers', { none: true, workers: [] }), {
    invalidate: refreshed,
    done: t('declared'),
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('declareTitle')}
      action={t('declareNone')}
      onClose={onClose}
      onConfirm={() => command.mutate()}
      isPending={command.isPending}
    >
      {t('declareWhat')}
    </ConfirmDialog>
  );
};

const Deposit = ({ kind, onClose }: { kind: KindRow['kind']; onClose: () => void }) => {
  const t = useMessages(messages);
  const [file, setFile] = useState<File | null>(null);
  const [issuedOn, setIssuedOn] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const command = useCommand(
    () => {
      const form = new FormData();
      form.set('kind', kind);
      form.set('issuedOn', issuedOn ?? '');
      if (kind === 'urssaf') form.set('securityCode', code);
      form.set('file', file!);
      return request('POST', '/vigilance/documents', form);
    },
    { invalidate: refreshed, done: t('deposited'), onDone: onClose, quiet: true },
  );
  return (
    <Dialog isOpen title={t(kind)} onClose={onClose}>
      <Form error={command.error} onSubmit={() => file && command.mutate()}>
        <FileDrop label={t('file')} hint={t('fileHint')} accept={['.pdf', '.png', '.jpg', '.jpeg']} onFile={setFile} />
        {file && <p className="text-sm">{t('fileChosen', { name: file.name })}</p>}
        <DateField label={t('issuedOn')} name="issuedOn" value={issuedOn as never} onChange={setIssuedOn as never} />
        {kind === 'urssaf' && (
          <TextField
            label={t('securityCode')}
            hint={t('securityCodeHint')}
            name="securityCode"
            value={code}
            onChange={setCode}
            figures
          />
        )}
        <Button type="submit" variant="primary" whyDisabled={file ? null : t('chooseFile')} isPending={command.isPending}>
          {t('deposit')}
        </Button>
      </Form>
    </Dialog>
  );
};
