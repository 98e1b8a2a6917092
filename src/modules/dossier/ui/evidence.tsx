import { apiAddress, request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import { Button, Card, ExternalLink, Notice } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

type Bundles = Answer<'get', '/dossiers/{id}/bundles'>;
type Bundle = Bundles['bundles'][number];

/** The whole file in one archive that a stranger can check, and the earlier ones. */
export const EvidenceBundle = ({ dossierId }: { dossierId: string }) => {
  const t = useMessages(messages);
  const read = useRead<Bundles>(`/dossiers/${dossierId}/bundles`, {
    refetchInterval: ({ state }) => (state.data?.bundles.some((one) => one.state === 'preparing') ? 1_000 : false),
  });
  const ask = useCommand(() => request('POST', `/dossiers/${dossierId}/bundles`), {
    invalidate: [['dossiers', dossierId]],
    done: t('evidenceAsked'),
  });
  const [latest, ...earlier] = read.data?.bundles ?? [];
  const isBusy = latest?.state === 'preparing';
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 className="text-base font-semibold">{t('evidence')}</h2>
        <p className="text-sm text-ink-soft">{t('evidenceWhy')}</p>
      </div>
      {latest && <BundleLine bundle={latest} />}
      <div>
        <Button onPress={() => ask.mutate()} isPending={ask.isPending} whyDisabled={isBusy ? t('evidenceAsked') : null}>
          {t('evidenceAsk')}
        </Button>
      </div>
      <details className="text-sm">
        <summary className="cursor-pointer rounded-md text-primary">{t('evidenceHow')}</summary>
        <ol className="mt-2 list-decimal pl-5 text-ink-soft">
          <li>{t('evidenceHow1')}</li>
          <li>{t('evidenceHow2')}</li>
          <li>{t('evidenceHow3')}</li>
          <li>{t('evidenceHow4')}</li>
        </ol>
      </details>
      {earlier.length > 0 && (
        <details className="text-sm">
          <summary className="cursor-pointer rounded-md text-primary">{`${t('evidenceEarlier')} (${earlier.length})`}</summary>
          <ul className="mt-2 flex flex-col gap-3">
            {earlier.map((bundle) => (
              <li key={bundle.id}>
                <BundleLine bundle={bundle} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
};

const BundleLine = ({ bundle }: { bundle: Bundle }) => {
  const t = useMessages(messages);
  const format = useFormats();
  if (bundle.state === 'failed') return <Notice tone="bad">{t('evidenceFailed')}</Notice>;
  if (bundle.state === 'preparing')
    return (
      <div className="flex flex-col gap-1 text-sm" role="status">
        <span>
          {bundle.total > 0 ? t('evidenceProgress', { done: bundle.done, total: bundle.total }) : t('evidenceStarting')}
        </span>
        <progress
          className="h-1.5 w-full accent-primary"
          max={Math.max(1, bundle.total)}
          value={bundle.done}
          aria-label={t('evidence')}
        />
      </div>
    );
  return (
    <div className="flex flex-col gap-1 text-sm">
      <span>{t('evidenceReady', { moment: format.moment(bundle.readyAt ?? bundle.askedAt), name: bundle.askedBy })}</span>
      <ExternalLink href={apiAddress(`/bundles/${bundle.id}/zip`)} download>
        {t('evidenceDownload', { size: format.bytes(bundle.byteLength ?? 0) })}
      </ExternalLink>
      <span className="text-xs break-all text-ink-soft">{`${t('evidenceHash')} SHA-256 ${bundle.sha256}`}</span>
    </div>
  );
};
