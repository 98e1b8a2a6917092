import { spawn } from 'node:child_process';

export type Ended = { code: number; output: string };
type Options = { cwd: string; limitMinutes: number; show?: boolean; env?: NodeJS.ProcessEnv };

/** Programs under way, so that Ctrl-C or a time limit leaves none behind. */
const running = new Set<number>();

/** Runs a program to its end and keeps what it said; `show` also prints it as it comes. Past its limit it is stopped, and counts as failed. */
export const runProgram = (
  command: string,
  args: readonly string[],
  { cwd, limitMinutes, show = false, env = {} }: Options,
): Promise<Ended> =>
  new Promise((resolve) => {
    // Its own group: what it started goes with it.
    const child = spawn(command, args, {
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    const { pid } = child;
    if (pid) running.add(pid);
    const kept: string[] = [];
    const keep = (chunk: Buffer) => {
      kept.push(chunk.toString());
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const limit = setTimeout(() => {
      kept.push(`\nArrêté : plus de ${limitMinutes} minutes.\n`);
      if (pid) endGroup(pid, 'SIGTERM');
      setTimeout(() => pid && endGroup(pid, 'SIGKILL'), 10_000).unref();
    }, limitMinutes * 60_000);
    const end = (code: number) => {
      clearTimeout(limit);
      if (pid) {
        endGroup(pid, 'SIGKILL');
        running.delete(pid);
      }
      resolve({ code, output: kept.join('') });
    };
    child.once('error', (error) => {
      kept.push(`${error.message}\n`);
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });

const endGroup = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended already.
  }
};

/** Ctrl-C ends what runs, and the run itself with the usual code. */
export const endWithCtrlC = (atTheEnd: () => void): void => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      for (const pid of running) endGroup(pid, 'SIGTERM');
      setTimeout(() => {
        for (const pid of running) endGroup(pid, 'SIGKILL');
        atTheEnd();
        process.exit(130);
      }, 3_000);
    });
};
