import { isImperative, tellsPast } from './demand.ts';

/** Words of time that open an announcement (下一步，…将…). */
const AHEAD =
  /(?:^|[，；])(?:下一步|下步|下一阶段|下阶段|接下来|下半年|近期|今后|后续|未来|明年|新的一年|展望未来)(?:，|[^，]{0,30}(?:将|拟|计划|要|力争)|工作(?:中|计划|打算)?)/;
/** A body that may announce, and its 将. */
const BODY_WILL =
  /(?:^|[，；：])[^，。；]{0,20}(?:[局委部厅处办院校行司团县市区州省们组门]|公司|集团|中心|单位|双方|两地|党组|支部|工会)(?:也|还|都|均|一定)?将(?=(.{2,8}))/;
/** The organiser's own announcement, whoever spoke before. */
export const OURS =
  /^(?:下一步|下步|下一阶段|下阶段|接下来|今后)，?(?:学校|学院|公司|集团|我[市县省区委局校院]|(?![各全])[一-龥]{2,12}(?:[局委厅处院校行司]|小组|工作组|工作队|街道|[镇乡县市区]))[^，。]{0,10}将/;
const WISH = /答卷|新篇章|辉煌|蓝图|华章/;
const ONWARD =
  /^(?:在|以(?!来)|把|围绕|按照|紧紧|始终|继续|秉持|坚持|发挥|充分|一如既往|秉承|坚定|与|同|对|从|严格|聚焦)/;
/** …高度重视，将不折不扣落实…: what a speaker says his own side will do. */
const WILL = /，将(?=全力|继续|进一步|不折不扣|一如既往|积极|严格|坚决|认真|始终|持续|大力)/;

/** Whether a sentence tells what a body is about to do: 下一步 … 将 …, 学校将继续 …; not what it has done with 将. */
export function announces(text: string): boolean {
  if (/^(?:未来|展望未来)/.test(text) && WISH.test(text)) return false;
  const ahead = AHEAD.exec(text);
  if (ahead && /将|拟|计划|要|力争|希望|继续/.test(text.slice(ahead.index))) return true;
  if (tellsPast(text)) return false;
  const will = BODY_WILL.exec(text);
  return will?.[1] !== undefined && (ONWARD.test(will[1]) || isImperative(will[1]));
}

/** Whether a speaker says what his own side will do (…，将不折不扣落实…). */
export function promises(text: string): boolean {
  return WILL.test(text);
}
