import { Outlet } from 'react-router';
import { useMessages } from '../i18n/index.ts';
import { areas, type Area } from './areas.ts';
import { messages } from './messages.ts';
import { pageExists } from './page-names.ts';
import { PartsNav } from './PartsNav.tsx';
import { useMe } from './session.ts';

/** Pages that belong together, in reach of each other; the page below says the rest. */
const AreaFrame = ({ area }: { area: Area }) => {
  const t = useMessages(messages);
  const actor = useMe().data?.actor;
  const role = actor?.kind === 'member' ? actor.role : null;
  const shown = areas[area].filter((part) => role && part.for.includes(role) && pageExists(part.page));
  return (
    <>
      {shown.length > 1 && (
        <PartsNav
          label={t(`area_${area}`)}
          parts={shown.map(({ to, label, exact }) => ({ to, title: t(label), ...(exact && { exact }) }))}
        />
      )}
      <Outlet />
    </>
  );
};

export const ContractsFrame = () => <AreaFrame area="contracts" />;
export const ModelsFrame = () => <AreaFrame area="models" />;
