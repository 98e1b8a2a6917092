import { Card, Checkbox, Facts, Section } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { type OptionsAsked, totalWithOptions } from '../index.ts';
import { peopleMessages } from './people-messages.ts';

type Props = { options: OptionsAsked; chosen: readonly string[]; settled: boolean; onChoose: (chosen: string[]) => void };

/** The optional lines, and the price that follows each tick: the same sum as the server's. */
export const OptionsChoice = ({ options, chosen, settled, onChoose }: Props) => {
  const t = useMessages(peopleMessages);
  const format = useFormats();
  const total = totalWithOptions(options, chosen);
  return (
    <Section title={t('optionsTitle')}>
      <p className="max-w-reading text-sm text-ink-soft">{t(settled ? 'optionsSettledLead' : 'optionsLead')}</p>
      <Card className="flex flex-col gap-2">
        {options.lines.map((line) => (
          <Checkbox
            key={line.id}
            isSelected={chosen.includes(line.id)}
            isDisabled={settled}
            onChange={(ticked) => onChoose(ticked ? [...chosen, line.id] : chosen.filter((id) => id !== line.id))}
          >
            <span className="flex flex-wrap justify-between gap-x-6">
              <span>{line.label}</span>
              <span className="tabular-nums">{format.money(line.netCents)}</span>
            </span>
          </Checkbox>
        ))}
        {total && (
          <div className="border-t border-line pt-3" aria-live="polite">
            <Facts
              facts={[
                { label: t('totalNet'), value: format.money(total.netCents) },
                ...(total.vatCents > 0
                  ? [
                      { label: t('totalVat'), value: format.money(total.vatCents) },
                      { label: t('totalGross'), value: <strong>{format.money(total.grossCents)}</strong> },
                    ]
                  : []),
              ]}
            />
          </div>
        )}
      </Card>
    </Section>
  );
};
