import { Button } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

type StepButtonProps = { children: string; pending: boolean; why?: string | null; onPress?: () => void };

/**
 * The one next step. It says « Un instant » by its own text: the library's pending state is read aloud by the name of a button
 * that is gone when the next screen replaces it. Without `onPress` it sends its form.
 */
export const StepButton = ({ children, pending, why, onPress }: StepButtonProps) => {
  const t = useMessages(messages);
  return (
    <Button
      variant="primary"
      size="lg"
      whyDisabled={why}
      {...(onPress ? { onPress: () => !pending && onPress() } : { type: 'submit' as const })}
    >
      {pending ? t('wait') : children}
    </Button>
  );
};
