import { CodeStep } from './code-step.tsx';
import { ConsentStep } from './consent-step.tsx';
import { InitialsStep } from './initials-step.tsx';
import type { Screen, SignerView } from './request-view.ts';

/** What comes after the document. Loaded while it is being read: a phone shows the first page without waiting for the last. */
export default function LaterSteps({ view, screen, go }: { view: SignerView; screen: Screen; go: (next: Screen) => void }) {
  if (screen === 'initials') return <InitialsStep view={view} onBack={() => go('document')} onNext={() => go('consent')} />;
  if (screen === 'consent') return <ConsentStep view={view} onBack={() => go('document')} onNext={() => go('code')} />;
  return screen === 'code' ? <CodeStep view={view} onBack={() => go('document')} /> : null;
}
