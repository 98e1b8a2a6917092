import { useCallback } from 'react';
import { AudioPlayer, Card, Chart, Dial, KeyHint, ProgressSteps, Timeline } from '../design/index.ts';
import type { ChartProps } from '../design/Chart.tsx';

const peaks = Array.from({ length: 240 }, (_, index) => Math.abs(Math.sin(index / 7) * Math.cos(index / 23)) * 0.9 + 0.05);
const days = Array.from({ length: 20 }, (_, index) => ({ day: index + 1, calls: 52 + ((index * 37) % 31) }));

export const Figures = () => {
  const draw = useCallback<ChartProps['draw']>(
    (plot) => ({
      x: { label: 'Jour', tickSize: 0 },
      y: { label: 'Appels', grid: true, tickSize: 0 },
      marks: [
        plot.barY(days, { x: 'day', y: 'calls', fill: 'var(--color-primary)', inset: 1 }),
        plot.ruleY([75], { stroke: 'var(--color-needle)', strokeWidth: 2 }),
        plot.ruleY([0]),
      ],
    }),
    [],
  );
  return (
    <>
      <Card className="flex flex-wrap justify-around gap-6">
        <Dial label="Appels" used={742} total={1500} today={0.55}>
          742 sur 1 500, au rythme actuel 1 480 le 31
        </Dial>
        <Dial label="Heures" used={33.5} total={40} unit="h" today={0.55}>
          84 % consommées
        </Dial>
        <Dial label="Rendez-vous validés" used={12} total={20} today={0.55} />
        <Dial label="Délai de validation" used={6} total={5} unit="jours" size="sm" />
      </Card>
      <Card>
        <Chart sentence="L’objectif de 75 appels par jour est tenu neuf jours sur vingt." draw={draw} />
      </Card>
      <Card>
        <ProgressSteps steps={['Lire', 'Consentir', 'Code', 'Signer']} current={1} />
      </Card>
      <Card>
        <Timeline
          label="Histoire du dossier"
          items={[
            {
              id: '1',
              when: '16 mars 2026, 14 h 05',
              title: 'Signature attendue du client',
              tone: 'now',
              detail: 'Le devis est valable jusqu’au 12 avril.',
            },
            { id: '2', when: '12 mars 2026, 9 h 30', title: 'Devis DEV-2026-0042 envoyé', tone: 'good' },
            { id: '3', when: '10 mars 2026', title: 'Dossier ouvert' },
          ]}
        />
      </Card>
      <AudioPlayer
        src="/galerie.opus"
        label="Enregistrement de l’appel"
        durationSeconds={184}
        peaks={peaks}
        markers={[
          { id: 'a', atSeconds: 42, label: 'Décideur confirmé' },
          { id: 'b', atSeconds: 121, label: 'Besoin identifié' },
        ]}
      />
      <p className="text-sm text-ink-soft">
        Touches : <KeyHint keys="A" /> <KeyHint keys="R" /> <KeyHint keys="Ctrl K" />
      </p>
    </>
  );
};
