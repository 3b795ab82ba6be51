import { describe, expect, it } from 'vitest';
import { bigramsOf, parsePlaceQuery, stemOf } from '../../../src/core/place/search-text.ts';

describe('the text of a search', () => {
  it('digits are a code without the zeros below its level', () => {
    expect(parsePlaceQuery('530000')).toEqual({ kind: 'code', prefix: '53' });
    expect(parsePlaceQuery('532600')).toEqual({ kind: 'code', prefix: '5326' });
    expect(parsePlaceQuery('130126000000')).toEqual({ kind: 'code', prefix: '130126' });
    expect(parsePlaceQuery('513428107000')).toEqual({ kind: 'code', prefix: '513428107' });
    expect(parsePlaceQuery('１３０')).toEqual({ kind: 'code', prefix: '130' });
    expect(parsePlaceQuery('10')).toEqual({ kind: 'code', prefix: '10' });
  });

  it('letters are initials, the rest a name', () => {
    expect(parsePlaceQuery(' LSX ')).toEqual({ kind: 'initials', letters: 'lsx' });
    expect(parsePlaceQuery('灵 寿')).toEqual({ kind: 'name', text: '灵寿' });
    expect(parsePlaceQuery(' 　')).toEqual({ kind: 'empty' });
  });

  it('kinds are no part of what is searched in the middle', () => {
    expect(stemOf('灵寿县')).toBe('灵寿');
    expect(stemOf('菜子村村民委员会')).toBe('菜子');
    expect(stemOf('魏县')).toBe('魏县');
    expect(bigramsOf('灵寿县')).toEqual(bigramsOf('灵寿'));
    expect(bigramsOf('张家庄')).toHaveLength(2);
  });
});
