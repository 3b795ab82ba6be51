import { firstLink, firstOperator, isNew } from '../access/first-operator.ts';
import { newId, newSecret, type House } from '../house.ts';
import { nobody, runAct } from '../run-act.ts';
import { makeExample, type ExampleAccount } from './make-example.ts';

/** Fills an empty house with the worked example without asking anybody; null where somebody is there already. */
export async function exampleUnattended(house: House): Promise<ExampleAccount[] | null> {
  if (!(await isNew(house))) return null;
  const link = (await firstLink(house)) ?? '';
  const first = {
    role: 'operator' as const,
    also: 'office' as const,
    name: '示例·首位管理员',
    login: 'shouwei',
    password: newSecret().slice(0, 14),
  };
  const { name, login, password } = first;
  const input = { link, name, login, password, unitName: '国家发展和改革委员会' };
  const made = await runAct(house, firstOperator, { actId: newId(), actor: nobody, input });
  if (!made.ok) throw new Error(made.problems.map((one) => one.code).join(', '));
  const example = await makeExample(house, made.value);
  if (!example.ok) throw new Error(example.problems.map((one) => one.code).join(', '));
  return [first, ...example.value.accounts];
}
