import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../i18n/language.tsx';
import { Button, IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { words } from './words.ts';

type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the primary one last. */ footer?: ReactNode;
  wide?: boolean;
  role?: 'dialog' | 'alertdialog';
};

/** Asks for something before going on. Prefer a page; a dialog is for one short thing. */
export const Dialog = ({ title, isOpen, onClose, children, footer, wide = false, role = 'dialog' }: DialogProps) => {
  const t = useMessages(words);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-40 flex items-end justify-center bg-[#0b131a99] md:items-center md:p-6"
    >
      <Modal
        className={classes(
          'max-h-[90dvh] w-full overflow-auto rounded-md border border-line bg-surface shadow-raised',
          wide ? 'max-w-3xl' : 'max-w-lg',
        )}
      >
        <AriaDialog role={role} className="flex flex-col outline-none">
          <header className="flex items-start justify-between gap-4 px-6 pt-5">
            <Heading slot="title" className="text-lg font-semibold">
              {title}
            </Heading>
            <IconButton label={t('close')} onPress={onClose}>
              <X size={18} aria-hidden />
            </IconButton>
          </header>
          <div className="flex flex-col gap-4 px-6 pt-3 pb-6">{children}</div>
          {footer && (
            <footer className="flex flex-col-reverse gap-3 border-t border-line px-6 py-4 md:flex-row md:justify-end">
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};

type ConfirmDialogProps = {
  title: string;
  children: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** The verb: « Émettre la facture ». */ action: string;
  onConfirm: () => void;
  danger?: boolean;
  isPending?: boolean;
  /** What the person has still to do here before the verb. */
  whyDisabled?: string | null;
};

/** Before what cannot be undone: says what will happen, and the button repeats the verb. */
export const ConfirmDialog = ({
  title,
  children,
  isOpen,
  onClose,
  action,
  onConfirm,
  danger = false,
  isPending = false,
  whyDisabled = null,
}: ConfirmDialogProps) => {
  const t = useMessages(words);
  return (
    <Dialog
      role="alertdialog"
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} onPress={onConfirm} isPending={isPending} whyDisabled={whyDisabled}>
            {action}
          </Button>
        </>
      }
    >
      <div className="text-sm text-ink-soft">{children}</div>
    </Dialog>
  );
};
