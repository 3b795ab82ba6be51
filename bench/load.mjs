// Asks one address with eight callers for some seconds and prints the requests per second: node bench/load.mjs URL COOKIE SECONDS
import { Agent, get } from 'node:http';

const [url, cookie, seconds] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const begin = process.hrtime.bigint();
const end = begin + BigInt(Math.round(Number(seconds) * 1e9));
let done = 0;

const once = () =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on('end', resolve).on('error', reject);
    }).on('error', reject);
  });

await Promise.all(
  Array.from({ length: 8 }, async () => {
    while (process.hrtime.bigint() < end) {
      await once();
      done += 1;
    }
  }),
);
process.stdout.write(String(done / (Number(process.hrtime.bigint() - begin) / 1e9)));
agent.destroy();
