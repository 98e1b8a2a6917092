import { NavLink, Outlet } from 'react-router';
import { classes } from '../design/index.ts';
import { useMessages } from '../i18n/index.ts';
import { areas, type Area } from './areas.ts';
import { messages } from './messages.ts';
import { pageExists } from './page-names.ts';
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
        <nav
          aria-label={t(`area_${area}`)}
          className="flex items-center gap-x-6 overflow-x-auto border-b border-line px-4 md:px-8"
        >
          {shown.map((part) => (
            <NavLink
              key={part.to}
              to={part.to}
              end={part.exact ?? false}
              className={({ isActive }) =>
                classes(
                  '-mb-px border-b-2 py-2.5 text-sm whitespace-nowrap outline-offset-[-2px] max-md:py-3.5',
                  isActive ? 'border-primary font-medium' : 'border-transparent text-ink-soft hover:text-ink',
                )
              }
            >
              {t(part.label)}
            </NavLink>
          ))}
        </nav>
      )}
      <Outlet />
    </>
  );
};

export const ContractsFrame = () => <AreaFrame area="contracts" />;
export const ModelsFrame = () => <AreaFrame area="models" />;
