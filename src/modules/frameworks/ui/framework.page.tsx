import { useParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import { Loaded, Page } from '../../../web/design/index.ts';
import { FrameworkEditor } from './framework-editor.tsx';
import { FrameworkFollowUp } from './framework-follow-up.tsx';
import type { FrameworkView } from './shapes.ts';

/** One framework: written while it is a draft, followed with its orders once it is sent. */
export default function FrameworkPage() {
  const { id = '' } = useParams();
  const read = useRead<FrameworkView>(`/frameworks/${id}`, {
    gcTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.status === 'sent' ? (data.documentId ? 5000 : 1200) : false),
  });
  const me = useRead<{ actor: { role?: string } }>('/me', { staleTime: 60_000 });
  const mayAct = me.data?.actor.role === 'owner';
  return (
    <Page width="full">
      <Loaded read={read}>
        {(framework) =>
          framework.status === 'draft' ? (
            <FrameworkEditor key={framework.id} framework={framework} mayAct={mayAct} />
          ) : (
            <FrameworkFollowUp framework={framework} mayAct={mayAct} />
          )
        }
      </Loaded>
    </Page>
  );
}
