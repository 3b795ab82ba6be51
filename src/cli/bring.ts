import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { bringDocument } from '../contract/document.ts';
import type { AnswerOf, Refusal } from '../contract/route.ts';
import { fileParams, MAX_FILE_BYTES } from '../core/document/limits.ts';
import { buildId } from '../core/kernel/id.ts';
import { problem, type Problem } from '../core/kernel/problem.ts';
import { StartProblem } from '../core/kernel/start-problem.ts';
import { readSettings } from '../settings.ts';
import { cliWords } from '../words/cli.ts';
import { describeStartProblem } from '../words/describe-start-problem.ts';
import { fill, words } from '../words/words.ts';
import { filesOf } from './files-of.ts';

/** `bangfu bring FILE…`: sends documents to a running server, as the person of the token. One line a file; exit code 1 if any was refused. */
export async function bring(args: string[]): Promise<number> {
  try {
    const { lang, server, token } = readSettings(process.env);
    const says = cliWords[lang];
    if (args.length === 0 || token === null) {
      process.stderr.write(`${args.length === 0 ? says.bringUsage : says.noToken}\n`);
      return 2;
    }
    let code = 0;
    for await (const path of filesOf(args)) {
      const answer = await send(path, server, token);
      const text =
        'id' in answer
          ? `${answer.again ? says.broughtAgain : says.brought}  ${server}/documents/${answer.id}`
          : sentence(answer, lang, server);
      if (!('id' in answer)) code = 1;
      process.stdout.write(`${path}  ${text}\n`);
    }
    return code;
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    process.stderr.write(`${describeStartProblem(error)}\n`);
    return 1;
  }
}

type Sent = AnswerOf<typeof bringDocument> | { problems: Problem[] } | { reason: string };

async function send(path: string, server: string, token: string): Promise<Sent> {
  const file = await load(path);
  if ('problems' in file) return file;
  const body = new FormData();
  body.append('actId', buildId(Date.now(), randomBytes(10)));
  body.append('file', new Blob([file.bytes]), basename(path));
  try {
    const answer = await fetch(`${server}/api${bringDocument.path}`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}` },
    });
    const json: unknown = await answer.json();
    return answer.ok ? bringDocument.answer.parse(json) : { problems: (json as Refusal).problems as Problem[] };
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    return { reason: cause ?? (error as Error).message };
  }
}

async function load(path: string): Promise<{ bytes: Uint8Array<ArrayBuffer> } | { problems: Problem[] }> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) {
      return {
        problems: [problem('file.too_large', 'file', fileParams({ bytes: size, limit: MAX_FILE_BYTES }, path))],
      };
    }
    return { bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    const detail = (error as { code?: string }).code ?? '';
    return {
      problems: [problem(detail === 'ENOENT' ? 'file.not_found' : 'file.not_readable', 'file', { file: path, detail })],
    };
  }
}

function sentence(answer: { problems: Problem[] } | { reason: string }, lang: 'zh-CN' | 'en', server: string): string {
  if ('reason' in answer) return fill(cliWords[lang].noServer, { server, reason: answer.reason });
  return answer.problems.map((one) => fill(words[lang].problem[one.code], one.params)).join(' ');
}
