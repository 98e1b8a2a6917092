import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import { RedlineView } from './redline-view.tsx';
import type { Change } from './shapes.ts';

/** What would change: a value and the one that replaces it, or the words of a sentence. */
export const ChangeView = ({ change }: { change: Change }) => {
  const t = useMessages(messages);
  if (change.kind === 'clause')
    return (
      <div className="flex flex-col gap-3 border-l-2 border-line pl-4">
        {change.edits.map((edit) => (
          <RedlineView key={`${edit.passageId} ${edit.before}`} redline={edit.redline} />
        ))}
      </div>
    );
  return (
    <dl className="grid grid-cols-2 gap-4 border-l-2 border-line pl-4 text-sm">
      <div>
        <dt className="text-xs text-ink-soft">{t('before')}</dt>
        <dd>
          {change.from.map((line) => (
            <del key={line} className="block break-words text-bad line-through decoration-1">
              {line}
            </del>
          ))}
        </dd>
      </div>
      <div>
        <dt className="text-xs text-ink-soft">{t('proposed')}</dt>
        <dd>
          {change.to.map((line) => (
            <ins key={line} className="block font-medium break-words text-good underline decoration-1 underline-offset-4">
              {line}
            </ins>
          ))}
        </dd>
      </div>
    </dl>
  );
};
