import { Navigate } from 'react-router';
import { railed, useMe } from './session.ts';

/** Each person starts where their work is. */
export const Home = () => {
  const me = railed(useMe().data);
  if (!me) return null;
  const { actor } = me;
  return <Navigate replace to={actor.kind === 'client' ? '/espace' : actor.role === 'caller' ? '/appels' : '/dossiers'} />;
};
