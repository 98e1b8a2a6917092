import { type ComponentType, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';

/** A menu costs as much as the rest of the shell: it is loaded when someone reaches for its button, which looks the same meanwhile. */
export const LoadedMenu = <Props extends object>({
  load,
  look,
  face,
  ...props
}: {
  load: () => Promise<{ default: ComponentType<Props> }>;
  look: string;
  face: ReactNode;
} & Props) => {
  const [wanted, setWanted] = useState(false);
  const Menu = useMemo(() => lazy(load), [load]) as unknown as ComponentType<object>;
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      className={look}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    >
      {face}
    </button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <Menu {...props} />
    </Suspense>
  ) : (
    button
  );
};
