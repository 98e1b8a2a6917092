import { Check } from 'lucide-react';
import { ListBoxItem, Text } from 'react-aria-components/ListBox';
import type { Option } from './option.ts';

export const listLook = 'max-h-80 overflow-auto p-1 outline-none';
export const popoverLook = 'min-w-(--trigger-width) rounded-md border border-line bg-surface shadow-raised';

/** `id` is read by the list itself: it keeps each row with its option when the options change. */
export const OptionRow = ({ id, option }: { id: string; option: Option }) => (
  <ListBoxItem
    id={id}
    textValue={option.label}
    className="group flex min-h-9 items-center gap-2 rounded-md px-2 py-1.5 text-sm outline-none data-focused:bg-primary-wash data-selected:font-medium max-md:min-h-11"
  >
    <Check size={16} aria-hidden className="invisible shrink-0 text-primary group-data-selected:visible" />
    <span className="flex flex-col">
      <Text slot="label">{option.label}</Text>
      {option.hint && (
        <Text slot="description" className="text-xs text-ink-soft">
          {option.hint}
        </Text>
      )}
    </span>
  </ListBoxItem>
);
