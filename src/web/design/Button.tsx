import { useId, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Link as RouterLink, type LinkProps as RouterLinkProps } from 'react-router';
import { classes } from './classes.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

const looks: Record<ButtonVariant, string> = {
  primary: 'bg-primary text-on-primary border-primary hover:bg-primary-strong hover:border-primary-strong',
  secondary: 'bg-surface text-ink border-edge hover:border-ink hover:bg-sunken',
  quiet: 'border-transparent text-primary hover:bg-primary-wash',
  danger: 'bg-surface text-bad border-bad hover:bg-bad-wash',
};

export const buttonLook = (variant: ButtonVariant = 'secondary', size: 'md' | 'sm' | 'lg' = 'md') =>
  classes(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap select-none transition-colors duration-100',
    size === 'sm' ? 'h-8 px-3 text-sm' : size === 'lg' ? 'h-12 px-6 text-base' : 'h-9 px-4 text-sm max-md:h-11',
    looks[variant],
  );

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isDisabled'> & {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: 'sm' | 'md' | 'lg';
  /** The reason why this cannot be done now. The button stays focusable and the sentence is shown: never a dead button. */
  whyDisabled?: string | null | undefined;
  /** Printed on the button; the page itself binds the key (useHotkey). */
  hotkey?: string;
  wide?: boolean;
};

/** An action. Its text is a verb: « Envoyer le devis ». */
export const Button = ({
  children,
  variant = 'secondary',
  size = 'md',
  whyDisabled,
  hotkey,
  wide = false,
  ...rest
}: ButtonProps) => {
  const reasonId = useId();
  const look = classes(buttonLook(variant, size), wide && 'w-full', 'data-pending:opacity-70');
  const content = (
    <>
      {children}
      {hotkey && <kbd className="rounded-md border border-current px-1.5 font-sans text-xs opacity-80">{hotkey}</kbd>}
    </>
  );
  if (!whyDisabled)
    return (
      <AriaButton {...rest} className={look}>
        {content}
      </AriaButton>
    );
  const { onPress: _ignored, type: _type, ...still } = rest;
  return (
    <span className={classes('inline-flex flex-col gap-1', wide && 'w-full')}>
      <AriaButton
        {...still}
        type="button"
        aria-describedby={reasonId}
        className={classes(look, 'cursor-not-allowed! border-edge! bg-sunken! text-ink-soft!')}
        render={(domProps) => <button {...domProps} aria-disabled="true" />}
      >
        {content}
      </AriaButton>
      <span id={reasonId} className="max-w-80 text-xs text-ink-soft">
        {whyDisabled}
      </span>
    </span>
  );
};

/** A square button that shows only an icon; `label` is read aloud and shown on hover. */
export const IconButton = ({
  label,
  children,
  ...rest
}: Omit<AriaButtonProps, 'className' | 'style' | 'children'> & { label: string; children: ReactNode }) => (
  <AriaButton
    {...rest}
    aria-label={label}
    className="inline-flex size-9 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink max-md:size-11"
    render={(domProps) => <button {...domProps} title={label} />}
  >
    {children}
  </AriaButton>
);

/** Goes to another page of Cadran. `quiet`: the way back, which should not compete with the page. */
export const Link = ({ className, quiet = false, ...rest }: RouterLinkProps & { className?: string; quiet?: boolean }) => (
  <RouterLink
    {...rest}
    className={classes(
      'rounded-md underline-offset-3',
      quiet ? 'text-ink-soft hover:text-ink hover:underline' : 'text-primary underline decoration-1 hover:decoration-2',
      className,
    )}
  />
);

/** Goes to another page, and looks like a button because it is what the reader most likely wants next. */
export const ButtonLink = ({
  variant = 'secondary',
  size = 'md',
  ...rest
}: Omit<RouterLinkProps, 'className'> & { variant?: ButtonVariant; size?: 'sm' | 'md' | 'lg' }) => (
  <RouterLink {...rest} className={buttonLook(variant, size)} />
);

/** Leaves Cadran (a law, a file to download) in the same way everywhere. */
export const ExternalLink = ({
  href,
  download,
  children,
}: {
  href: string;
  download?: boolean | string;
  children: ReactNode;
}) => (
  <a
    href={href}
    {...(download ? { download: download === true ? '' : download } : { target: '_blank', rel: 'noreferrer' })}
    className="rounded-md text-primary underline decoration-1 underline-offset-3 hover:decoration-2"
  >
    {children}
  </a>
);
