import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import {
  Badge,
  Button,
  Card,
  ConfirmDialog,
  Dialog,
  Empty,
  ErrorPage,
  ExternalLink,
  IconButton,
  Link,
  Menu,
  Notice,
  notify,
  Skeleton,
  StateLabel,
} from '../design/index.ts';
import { ApiError } from '../api/client.ts';

export const Actions = () => {
  const [open, setOpen] = useState<'dialog' | 'confirm' | null>(null);
  return (
    <>
      <Card className="flex flex-wrap items-start gap-3">
        <Button variant="primary" onPress={() => notify('Devis envoyé.', { undo: { label: 'Annuler', run: () => undefined } })}>
          Envoyer le devis
        </Button>
        <Button onPress={() => setOpen('dialog')}>Ouvrir un dialogue</Button>
        <Button variant="quiet">Dupliquer</Button>
        <Button variant="danger" onPress={() => setOpen('confirm')}>
          Refuser
        </Button>
        <Button variant="primary" hotkey="A">
          Valider
        </Button>
        <Button variant="primary" whyDisabled="Il manque la définition d’un rendez-vous qualifié (article 3.2).">
          Envoyer le devis
        </Button>
        <Menu
          label="Autres actions"
          trigger={
            <IconButton label="Autres actions">
              <MoreHorizontal size={18} aria-hidden />
            </IconButton>
          }
          entries={[
            { id: 'copy', label: 'Dupliquer', onSelect: () => notify('Dupliqué.') },
            { id: 'drop', label: 'Abandonner', onSelect: () => notify('Refusé par le serveur.', { tone: 'bad' }), danger: true },
          ]}
        />
        <span className="self-center">
          <Link to="/galerie">Un lien</Link> ·{' '}
          <ExternalLink href="https://www.legifrance.gouv.fr">Art. L441-10 C. com.</ExternalLink>
        </span>
      </Card>
      <Notice tone="bad">Appel bloqué jusqu’à 14 h 00 : article 4.2, créneaux d’appel.</Notice>
      <Notice tone="caution">1 230 appels sur 1 500 : le seuil de 80 % est dépassé.</Notice>
      <Notice tone="good">Le devis est complet. Il peut être envoyé.</Notice>
      <Notice>Rien n’est envoyé avant votre signature.</Notice>
      <div className="flex flex-wrap gap-6">
        <StateLabel>Brouillon</StateLabel>
        <StateLabel tone="good">Validé</StateLabel>
        <StateLabel tone="caution">À valider avant le 19 mars</StateLabel>
        <StateLabel tone="bad">Refusé</StateLabel>
        <Badge>simulé</Badge>
        <Badge tone="caution">Démonstration</Badge>
      </div>
      <Empty title="Aucune facture pour l’instant" action={<Button variant="primary">Émettre la facture d’acompte</Button>}>
        La première part naît à la signature du devis.
      </Empty>
      <Card>
        <Skeleton />
      </Card>
      <Card>
        <ErrorPage
          error={
            new ApiError({
              status: 500,
              code: 'unexpected',
              message: 'Une erreur inattendue est survenue. Rien n’a été enregistré ; réessayez dans un instant.',
              requestId: 'req-7f3a',
            })
          }
          retry={() => undefined}
        />
      </Card>
      <Dialog
        title="Ajouter un contact"
        isOpen={open === 'dialog'}
        onClose={() => setOpen(null)}
        footer={
          <Button variant="primary" onPress={() => setOpen(null)}>
            Ajouter
          </Button>
        }
      >
        <p className="text-sm">Une chose courte, puis on revient à la page.</p>
      </Dialog>
      <ConfirmDialog
        title="Refuser ce rendez-vous"
        isOpen={open === 'confirm'}
        onClose={() => setOpen(null)}
        onConfirm={() => setOpen(null)}
        action="Refuser le rendez-vous"
        danger
      >
        Le prestataire pourra contester une fois, sous cinq jours ouvrés.
      </ConfirmDialog>
    </>
  );
};
