let table: Map<string, number[]> | null = null;

/** Writes text as GBK bytes (two-byte part of GB18030), by reading the decoder's table backwards. Throws on a character that it lacks. */
export function gb18030(text: string): Uint8Array {
  table ??= build();
  const out: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const bytes = code < 128 ? [code] : table.get(char);
    if (bytes === undefined) throw new Error(`no GBK bytes for ${char}`);
    out.push(...bytes);
  }
  return Uint8Array.from(out);
}

function build(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const out = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && !out.has(char)) out.set(char, [lead, trail]);
    }
  }
  return out;
}
