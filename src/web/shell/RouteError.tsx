import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ApiError } from '../api/client.ts';
import { ErrorPage } from '../design/index.ts';
import { words } from '../design/words.ts';
import { useMessages } from '../i18n/index.ts';

export const NotFound = () => {
  const t = useMessages(words);
  return <ErrorPage error={new ApiError({ status: 404, code: 'not_found', message: t('notFoundBody') })} />;
};

/** A page that broke: the rest of the shell stays, and the person keeps a way out. */
export const RouteError = () => {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return <ErrorPage error={error} retry={() => location.reload()} />;
};
