import { DelegateButton } from './delegate-dialog.tsx';
import { RefuseButton } from './refuse-dialog.tsx';
import type { SignerView } from './request-view.ts';

/** Another person signs, or nobody does. */
export default function OtherWays({ view }: { view: SignerView }) {
  return (
    <div className="flex flex-wrap justify-center gap-2 border-t border-line pt-4">
      {view.can.delegate?.allowed && <DelegateButton view={view} />}
      <RefuseButton view={view} />
    </div>
  );
}
