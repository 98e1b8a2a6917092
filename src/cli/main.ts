import { findCommand } from './commands.ts';

const [verb = 'help', ...args] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`cadran : il faut Node 24 (ici : ${process.versions.node}). Lancez ./cadran, qui l'amène.`);
  process.exit(1);
}

const command = await findCommand(verb);
if (!command) {
  console.error(`cadran : « ${verb} » n'est pas une commande. Voir ./cadran help.`);
  process.exit(2);
}
try {
  // Said outright: a library may keep a timer or a socket open after its work.
  process.exit(await command.run(args));
} catch (error) {
  // Errors meant for people carry their own sentence; anything else shows where it came from.
  const meant = error instanceof Error && ['BadConfig', 'CannotStart', 'NoPostgres', 'MigrationChanged'].includes(error.name);
  const { code = '' } = error as { code?: string };
  if (code.startsWith('ERR_PARSE_ARGS'))
    console.error(
      `cadran : cette option n'existe pas pour « ${verb} ». Voir ./cadran help. (${(error as Error).message.split('.')[0]})`,
    );
  else console.error(meant ? `cadran : ${(error as Error).message}` : error);
  process.exit(1);
}
