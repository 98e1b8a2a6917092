import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';

export type TabItem = { id: string; title: ReactNode; content: ReactNode };

/** Several views of the same thing. What must be compared or read together does not go behind tabs. */
export const Tabs = ({
  label,
  tabs,
  selected,
  onSelect,
}: {
  label: string;
  tabs: readonly TabItem[];
  selected?: string;
  onSelect?: (id: string) => void;
}) => (
  <AriaTabs
    {...(selected === undefined ? {} : { selectedKey: selected })}
    {...(onSelect ? { onSelectionChange: (key) => onSelect(String(key)) } : {})}
    className="flex flex-col gap-5"
  >
    <TabList aria-label={label} className="flex gap-6 overflow-x-auto border-b border-line">
      {tabs.map((tab) => (
        <Tab
          key={tab.id}
          id={tab.id}
          className="-mb-px cursor-pointer border-b-2 border-transparent py-2 text-sm whitespace-nowrap text-ink-soft outline-offset-[-2px] data-hovered:text-ink data-selected:border-primary data-selected:font-medium data-selected:text-ink max-md:py-3"
        >
          {tab.title}
        </Tab>
      ))}
    </TabList>
    {tabs.map((tab) => (
      <TabPanel key={tab.id} id={tab.id}>
        {tab.content}
      </TabPanel>
    ))}
  </AriaTabs>
);
