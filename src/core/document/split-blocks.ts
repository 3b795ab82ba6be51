import type { Block } from './source.ts';

const LABEL =
  '(?:责任编辑|责编|编辑|撰稿人?|撰文|供稿人?|审核人?|文[/／、]图|图[/／、]文|文字|图片|摄影|来源|作者|记者|通讯员|初审|复审|终审|一审|校对|监制)';
const BRACKETED = new RegExp(`[（(\\[【〔]\\s*${LABEL}[^。；]{0,140}$`);
const BEHIND = new RegExp(`(?<=[。！？”）)])\\s*${LABEL}\\s*[:：丨|][^。；]{0,140}$`);
const STAMP =
  /^[^。；]{0,80}?(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?(?=\s|来源|作者|编辑)(?:[\s|]*(?:(?:来源|作者|编辑|责任编辑|点击数?|浏览次数|字号|字体|分享到|打印|审核)\s*[:：]?\s*[^\s。，,]{0,20}))*\s+(?=[\u4e00-\u9fff“\d(（])/;

/** 在某会议上的讲话同志们：…: a title that ran into its text. */
const SPEECH =
  /^([^，。；：]{6,90}(?:上的讲话|动员讲话|总结讲话|讲话稿|主持词))(?=(?:各位|同志们|各位领导)[^。]{0,10}[:：！!])/;

/** Copies the blocks; who wrote and edited it at the end of a paragraph, and the stamp of time and source before it, become blocks of chrome. */
export function splitBlocks(text: string, blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') {
      out.push({ ...block });
      continue;
    }
    let { start, end } = block;
    const stamp = STAMP.exec(text.slice(start, Math.min(end, start + 300)))?.[0].length ?? 0;
    if (
      stamp > 0 &&
      end - start - stamp >= 40 &&
      /来源|作者|编辑|浏览|点击|字号|分享/.test(text.slice(start, start + stamp))
    ) {
      out.push({ ...block, kind: 'chrome', end: start + stamp });
      start += stamp;
    }
    const speech = SPEECH.exec(text.slice(start, Math.min(end, start + 120)))?.[1]?.length ?? 0;
    if (speech > 0) {
      out.push({ ...block, end: start + speech });
      start += speech;
    }
    const tailFrom = Math.max(start, end - 160);
    const tail = text.slice(tailFrom, end);
    const found = BRACKETED.exec(tail) ?? BEHIND.exec(tail);
    const cut = found === null ? end : tailFrom + found.index;
    if (cut > start && cut < end) {
      out.push({ ...block, start, end: cut });
      out.push({ kind: 'chrome', start: cut, end });
      end = cut;
    } else out.push({ ...block, start, end });
  }
  return out;
}
