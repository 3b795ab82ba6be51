import { cliEn } from './en/cli.ts';
import { cliZh } from './zh-CN/cli.ts';

/** Languages of the terminal. */
export type Lang = 'zh-CN' | 'en';

/** What the command line says, by language. */
export const cliWords: Record<Lang, typeof cliZh> = { 'zh-CN': cliZh, en: cliEn };
