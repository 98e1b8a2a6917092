import { Navigate } from 'react-router';
import { useMe } from './session.ts';

/** Each person starts where their work is. */
export const Home = () => {
  const me = useMe();
  if (!me.data) return null;
  const { actor } = me.data;
  return <Navigate replace to={actor.kind === 'client' ? '/a-valider' : actor.role === 'caller' ? '/appels' : '/dossiers'} />;
};
