import { describe, expect, it } from 'vitest';
import { encodeVillages, PACK_HEAD, parseDivisions, parseVillages, rowOf } from '../../../src/core/place/pack.ts';

describe('the pack', () => {
  const text = [PACK_HEAD, 'c长重朝\tq庆\ts市\tx县\ty阳', '50\t重庆市', '500101\t长阳县\tzyx'].join('\n');

  it('gives initials by the table, and the exception where one is written', () => {
    const { lines, initials } = parseDivisions(text);
    expect(
      lines.map((line) => rowOf(line, initials)).map(({ id, name, initials: letters }) => [id, name, letters]),
    ).toEqual([
      ['50', '重庆市', 'cqs'],
      ['500101', '长阳县', 'zyx'],
    ]);
    expect(initials('重阳2县A区')).toBe('cy2xa');
  });

  it('refuses another format', () => {
    expect(() => parseDivisions('bangfu-places 0\n')).toThrow(/version/);
  });

  it('villages come back as they were', () => {
    const rows = [
      { id: '110101001001', name: '多福巷社区居委会' },
      { id: '110101001002', name: '银闸社区居民委员会' },
      { id: '110101001005', name: '东厂村村民委员会' },
      { id: '110101001200', name: '南村村委会' },
      { id: '110101002001', name: '第3居委会' },
      { id: '110101002002', name: '沟沿社区' },
    ];
    const lines = encodeVillages([...rows].reverse(), (name) => (name === '沟沿社区' ? 'gysq' : null)).split('\n');
    expect(lines).toHaveLength(2);
    const back = lines.flatMap((line) => parseVillages(line, () => 'x'));
    expect(back.map(({ id, name }) => ({ id, name }))).toEqual(rows);
    expect(back.map(({ initials }) => initials)).toEqual(['x', 'x', 'x', 'x', 'x', 'gysq']);
  });

  it('a name with a sign of the format is refused, not damaged', () => {
    expect(() => encodeVillages([{ id: '110101001001', name: '一,二村' }], () => null)).toThrow(/sign/);
  });
});
