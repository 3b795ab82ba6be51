import { hash, hashRaw, verify } from '@node-rs/argon2';

/** Parameters of OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id of a password, with its salt and parameters inside. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

/** argon2id of a password under an act's id: the same for the same act sent again, and of no use for guessing. */
export const concealPassword = async (password: string, actId: string): Promise<string> =>
  (await hashRaw(password.normalize('NFKC'), { ...COST, salt: Buffer.from(actId) })).toString('hex');

let decoy: Promise<string> | null = null;

/** Whether the password is right. For nobody's account (null) it takes as long and says no. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody signs in with this');
  const right = await verify(stored ?? (await decoy), password.normalize('NFKC'));
  return stored !== null && right;
}
