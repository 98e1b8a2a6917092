import { Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useMessages } from '../i18n/language.tsx';
import { Button } from './Button.tsx';
import { words } from './words.ts';

type FileDropProps = {
  label: string;
  /** Said under the label: formats, size limit. */ hint?: ReactNode;
  accept?: readonly string[];
  onFile: (file: File) => void;
  isPending?: boolean;
};

/** One file, dropped or chosen. */
export const FileDrop = ({ label, hint, accept, onFile, isPending = false }: FileDropProps) => {
  const t = useMessages(words);
  return (
    <DropZone
      aria-label={label}
      onDrop={async (event) => {
        const dropped = event.items.find((item) => item.kind === 'file');
        if (dropped?.kind === 'file') onFile(await dropped.getFile());
      }}
      className="flex flex-col items-center gap-2 rounded-md border border-dashed border-edge bg-surface px-6 py-8 text-center data-drop-target:border-primary data-drop-target:bg-primary-wash"
    >
      <Upload size={20} aria-hidden className="text-ink-soft" />
      <p className="text-base font-medium">{label}</p>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      <div className="mt-2 flex flex-wrap items-center justify-center gap-3 text-sm text-ink-soft">
        <span className="max-md:hidden">{t('dropHere')}</span>
        <FileTrigger {...(accept ? { acceptedFileTypes: [...accept] } : {})} onSelect={(files) => files?.[0] && onFile(files[0])}>
          <Button isPending={isPending}>{t('browse')}</Button>
        </FileTrigger>
      </div>
    </DropZone>
  );
};
