import { FileText, FolderOpen, Plus } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useNavigate } from 'react-router';
import { useRead, type Answer } from '../api/client.ts';
import { classes } from '../design/index.ts';
import { useMessages } from '../i18n/index.ts';
import { messages } from './messages.ts';
import type { Destination } from './navigation.ts';

type Found = { id: string; to: string; title: string; detail?: string; icon: ReactNode };

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Ctrl K: goes to a page or a client's file by typing a few letters. Arrows choose, Enter opens. */
export default function Palette({
  isOpen,
  onClose,
  destinations,
  member,
}: {
  isOpen: boolean;
  onClose: () => void;
  destinations: readonly Destination[];
  member: boolean;
}) {
  const t = useMessages(messages);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex justify-center bg-[#0b131a99] px-4 pt-[12vh]"
    >
      <Modal className="h-fit w-full max-w-xl overflow-hidden rounded-md border border-line bg-surface shadow-raised">
        <AriaDialog aria-label={t('searchLong')} className="outline-none">
          <Choices destinations={destinations} member={member} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const Choices = ({
  destinations,
  member,
  onClose,
}: {
  destinations: readonly Destination[];
  member: boolean;
  onClose: () => void;
}) => {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const dossiers = useRead<Answer<'get', '/dossiers'>>(member ? '/dossiers' : null, { staleTime: 30_000 });
  const found = useMemo(() => {
    const wanted = plain(text.trim());
    const pages: Found[] = [
      ...destinations.map((entry) => ({
        id: entry.to,
        to: entry.to,
        title: t(entry.label),
        icon: <entry.icon size={16} aria-hidden />,
      })),
      ...(member
        ? [
            { id: 'new-client', to: '/clients/nouveau', title: t('newClient'), icon: <Plus size={16} aria-hidden /> },
            { id: 'quotes', to: '/devis', title: t('quotes'), icon: <FileText size={16} aria-hidden /> },
            { id: 'signatures', to: '/signatures', title: t('signatures'), icon: <FileText size={16} aria-hidden /> },
            { id: 'oppositions', to: '/oppositions', title: t('oppositions'), icon: <FileText size={16} aria-hidden /> },
            { id: 'outbox', to: '/boite-envoi', title: t('outbox'), icon: <FileText size={16} aria-hidden /> },
            { id: 'organisation', to: '/organisation', title: t('organisation'), icon: <FileText size={16} aria-hidden /> },
          ]
        : []),
    ];
    const files: Found[] = (dossiers.data?.dossiers ?? []).map((row) => ({
      id: row.dossierId,
      to: `/dossiers/${row.dossierId}`,
      title: row.clientName,
      ...(row.siren ? { detail: `SIREN ${row.siren}` } : {}),
      icon: <FolderOpen size={16} aria-hidden />,
    }));
    const matches = (entry: Found) => plain(`${entry.title} ${entry.detail ?? ''}`).includes(wanted);
    return wanted ? [...files, ...pages].filter(matches).slice(0, 12) : [...pages, ...files.slice(0, 5)];
  }, [text, destinations, dossiers.data, member, t]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const open = (entry: Found | undefined) => {
    if (!entry) return;
    onClose();
    void navigate(entry.to);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((now) => Math.min(found.length - 1, now + 1));
    else if (event.key === 'ArrowUp') setActive((now) => Math.max(0, now - 1));
    else if (event.key === 'Enter') open(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
        aria-label={t('searchLong')}
        placeholder={t('searchLong')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={keys}
        className="h-13 w-full border-b border-line bg-transparent px-4 text-base outline-none"
      />
      <ul ref={list} id={listId} role="listbox" aria-label={t('searchLong')} className="max-h-[50vh] overflow-auto p-1.5">
        {found.map((entry, index) => (
          <li
            key={entry.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseMove={() => setActive(index)}
            onClick={() => open(entry)}
            className={classes(
              'flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 text-sm',
              index === active && 'bg-primary-wash',
            )}
          >
            <span className="text-ink-soft">{entry.icon}</span>
            <span className="font-medium">{entry.title}</span>
            {entry.detail && <span className="truncate text-xs text-ink-soft">{entry.detail}</span>}
          </li>
        ))}
      </ul>
      <p role="status" className={found.length === 0 ? 'px-4 pb-4 text-sm text-ink-soft' : 'sr-only'}>
        {found.length === 0 && t('searchNone', { text })}
      </p>
    </>
  );
};
