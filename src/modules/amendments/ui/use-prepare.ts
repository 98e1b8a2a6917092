import { useNavigate } from 'react-router';
import { request, useCommand } from '../../../web/api/client.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

/** Opens a draft on the terms in force and goes to it. */
export const usePrepare = (missionId: string) => {
  const t = useMessages(messages);
  const navigate = useNavigate();
  return useCommand(() => request<{ id: string }>('POST', `/missions/${missionId}/amendments`, {}), {
    invalidate: [['missions', missionId, 'amendments']],
    done: t('prepared'),
    onDone: ({ id }) => void navigate(`/missions/${missionId}/avenants/${id}`),
  });
};
