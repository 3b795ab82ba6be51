/** What is taken from a photo's own data: which way up, and when. Where it was taken is not read. */
export interface Exif {
  /** 1 … 8, 1: as it is stored. */
  orientation: number;
  takenAt: string | null;
}

/** A photo that says nothing of itself. */
export const NO_EXIF: Exif = { orientation: 1, takenAt: null };

const ORIENTATION = 0x0112;
const CHANGED_AT = 0x0132;
const EXIF_PART = 0x8769;
const TAKEN_AT = 0x9003;

/** Reads the TIFF structure of EXIF data (EXIF 2.3, CIPA DC-008), from its byte order mark on. Damaged data says nothing. */
export function readExif(tiff: Uint8Array): Exif {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 8) return NO_EXIF;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return NO_EXIF;
  const little = order === 0x4949;
  if (view.getUint16(2, little) !== 42) return NO_EXIF;
  const first = readPart(view, view.getUint32(4, little), little);
  const more = first.get(EXIF_PART);
  const second = more === undefined ? null : readPart(view, view.getUint32(more.at, little), little);
  const turn = first.get(ORIENTATION);
  const orientation = turn === undefined ? 1 : view.getUint16(turn.at, little);
  const taken = second?.get(TAKEN_AT) ?? first.get(CHANGED_AT);
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    takenAt: taken === undefined ? null : momentOf(textAt(view, taken, little)),
  };
}

interface Field {
  /** Where its value stands, or where the offset of its value stands. */
  at: number;
  count: number;
}

function readPart(view: DataView, offset: number, little: boolean): Map<number, Field> {
  const fields = new Map<number, Field>();
  if (offset + 2 > view.byteLength) return fields;
  const count = view.getUint16(offset, little);
  for (let n = 0, at = offset + 2; n < count && at + 12 <= view.byteLength; n += 1, at += 12)
    fields.set(view.getUint16(at, little), { at: at + 8, count: view.getUint32(at + 4, little) });
  return fields;
}

function textAt(view: DataView, { at, count }: Field, little: boolean): string {
  const start = count <= 4 ? at : view.getUint32(at, little);
  const end = Math.min(start + Math.min(count, 40), view.byteLength);
  let text = '';
  for (let i = start; i < end; i += 1) text += String.fromCharCode(view.getUint8(i));
  return text;
}

/** `2021:06:04 15:30:12` as `2021-06-04 15:30:12`; a camera whose clock was never set says nothing. */
function momentOf(text: string): string | null {
  const found = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(text);
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return year >= 1990 && real ? `${found[1]}-${found[2]}-${found[3]} ${found[4]}:${found[5]}:${found[6]}` : null;
}
