import {
  useMutation,
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseMutationResult,
  type UseQueryOptions,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { notify } from '../design/notify.ts';
import { apiAddress } from './standing.ts';
import { ApiError, request, type RequestOptions } from './request.ts';

/** Reads an address of the API; its key is the path split at '/', so `invalidate: [['missions', id]]` reaches all below it. */
export const keyOf = (path: string, query?: RequestOptions['query']): QueryKey => [
  ...path.split('/').filter(Boolean),
  ...(query ? [query] : []),
];

export const useRead = <T>(
  path: string | null,
  options: { query?: RequestOptions['query'] } & Omit<UseQueryOptions<T, ApiError>, 'queryKey' | 'queryFn'> = {},
) => {
  const { query, ...rest } = options;
  return useQuery<T, ApiError>({
    queryKey: path ? keyOf(path, query) : ['nothing'],
    queryFn: ({ signal }) => request<T>('GET', path!, undefined, { signal, ...(query ? { query } : {}) }),
    enabled: path !== null,
    ...rest,
  });
};

type CommandOptions<Result, Input> = {
  /** Keys whose reads are stale once the command is done. */
  invalidate?: readonly QueryKey[];
  /** Said in a toast once done. */
  done?: string | ((result: Result, input: Input) => string);
  onDone?: (result: Result, input: Input) => void;
  /** True: the form shows the error itself (see Form), so no toast. */
  quiet?: boolean;
};

/** A command: runs `send`, then refreshes what it changed. A "no" without a form to hold it is said in a toast. */
export const useCommand = <Result, Input = void>(
  send: (input: Input) => Promise<Result>,
  { invalidate = [], done, onDone, quiet = false }: CommandOptions<Result, Input> = {},
): UseMutationResult<Result, ApiError, Input> => {
  const client = useQueryClient();
  return useMutation<Result, ApiError, Input>({
    mutationFn: send,
    onSuccess: async (result, input) => {
      await Promise.all(invalidate.map((queryKey) => client.invalidateQueries({ queryKey })));
      if (done) notify(typeof done === 'function' ? done(result, input) : done);
      onDone?.(result, input);
    },
    onError: (error) => {
      if (!quiet) notify(error.message, { tone: 'bad' });
    },
  });
};

/** Listens to a server topic (SSE) and re-reads the key at each word, and every 30 s should the line be cut. */
export const useLive = (topicPath: string | null, queryKey: QueryKey): void => {
  const client = useQueryClient();
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    if (!topicPath) return;
    const refresh = () => void client.invalidateQueries({ queryKey: JSON.parse(key) as QueryKey });
    const source = new EventSource(apiAddress(topicPath));
    source.onmessage = refresh;
    const poll = setInterval(refresh, 30_000);
    return () => {
      source.close();
      clearInterval(poll);
    };
  }, [client, topicPath, key]);
};
