import { openPools } from '../../src/storage/database/open-database.ts';
import { startEmbedded } from '../../src/storage/database/supervisor.ts';
import { StartProblem } from '../../src/core/kernel/start-problem.ts';

/**
 * A process of its own for the supervisor's tests: opens the database in the folder it is given, then writes numbers one
 * transaction each, and prints every number that was committed. `exit` as second argument leaves without closing.
 */
async function main(dataFolder: string, how: string | undefined): Promise<void> {
  const server = await startEmbedded({ dataFolder, mayCreateAccount: false, settings: { shared_buffers: '16MB' } });
  const { host, port, user, password } = server;
  const pools = openPools({ host, port, user, password, database: 'postgres' });
  await pools.owner.query('create table if not exists kept (n int primary key)');
  console.log(`ready ${process.pid} ${server.pid}`);
  if (how === 'exit') process.exit(0);
  let going = true;
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => (going = false));
  const last = await pools.owner.query<{ n: number | null }>('select max(n) as n from kept');
  for (let n = (last.rows[0]?.n ?? 0) + 1; going; n += 1) {
    await pools.owner.query('insert into kept values ($1)', [n]);
    console.log(`kept ${n}`);
    await new Promise((wake) => setTimeout(wake, 5));
  }
  await pools.end();
  await server.close();
}

main(process.argv[2] ?? '', process.argv[3]).catch((error: unknown) => {
  console.log(
    error instanceof StartProblem ? `problem ${error.code} ${JSON.stringify(error.detail)}` : `error ${String(error)}`,
  );
  process.exitCode = 1;
});
