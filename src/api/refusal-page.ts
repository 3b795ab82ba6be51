import { words, type Language } from '../words/words.ts';

/** Nothing of it runs or loads; frames of ours may hold it, as they hold the file that was asked for. */
export const REFUSAL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

const STYLE = `body{margin:0;padding:12vh 16px;background:#f3f5f2;color:#1d2b2a;font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:34em;margin:auto;padding:24px 28px;background:#fff;border:1px solid #dde3e0;border-radius:8px}
h1{margin:0 0 8px;font-size:20px}p{margin:8px 0}a{color:#125a63}`;

/** A refusal as a page, for a browser that went to an address of the API by itself: by a link, a download or in a frame. */
export function refusalPage(sentences: readonly string[], language: Language): string {
  const { failedTitle, home } = words[language].common;
  const lines = sentences.map((one) => `<p>${escaped(one)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${failedTitle}</title><style>${STYLE}</style></head>
<body><main>
<h1>${failedTitle}</h1>
${lines}
<p><a href="/" target="_top">${home}</a></p>
</main></body>
</html>
`;
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
