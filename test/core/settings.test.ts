import { describe, expect, it } from 'vitest';
import { StartProblem } from '../../src/core/kernel/start-problem.ts';
import { readSettings } from '../../src/settings.ts';
import { describeStartProblem } from '../../src/words/describe-start-problem.ts';

const problemOf = (env: Record<string, string>): StartProblem => {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof StartProblem) return error;
  }
  throw new Error('went through');
};

describe('readSettings', () => {
  it('has a default for everything', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: null, example: false, lang: 'zh-CN' });
    expect(settings.dataFolder.startsWith('/') || /^[A-Z]:/.test(settings.dataFolder)).toBe(true);
  });

  it('takes an empty value for an unset one', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it('reads what is set', () => {
    const env = { PORT: '8080', HOST: '0.0.0.0', BANGFU_DATA: '/srv/b', BANGFU_EXAMPLE: '1', BANGFU_LANG: 'en' };
    expect(readSettings({ ...env, DATABASE_URL: 'postgres://u@h/d', LOG_LEVEL: 'warn' })).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataFolder: '/srv/b',
      databaseUrl: 'postgres://u@h/d',
      example: true,
      logLevel: 'warn',
      lang: 'en',
      server: 'http://127.0.0.1:3000',
      token: null,
    });
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://secret@h/d'],
    ['BANGFU_EXAMPLE', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['BANGFU_LANG', 'fr'],
    ['BANGFU_SERVER', 'ftp://h'],
    ['BANGFU_TOKEN', 'secret'],
  ])('refuses %s=%s and says so in both languages', (name, value) => {
    const problem = problemOf({ [name]: value });
    expect(problem.code).toBe('setting_wrong');
    const text = describeStartProblem(problem);
    expect(text).toContain(`环境变量 ${name}`);
    expect(text).toContain(`The environment variable ${name}`);
    expect(text).not.toContain('secret');
  });
});
