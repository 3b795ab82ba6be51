import { describe, expect, it } from 'vitest';
import { formsOf, shortOfSmall } from '../../../src/core/place/names.ts';

describe('shorter forms of official names', () => {
  it.each([
    ['灵寿县', '灵寿', []],
    ['马边彝族自治县', '马边', ['马边县', '马边自治县']],
    ['双江拉祜族佤族布朗族傣族自治县', '双江', ['双江县', '双江自治县']],
    ['积石山保安族东乡族撒拉族自治县', '积石山', ['积石山自治县', '积石山县']],
    ['东乡族自治县', '东乡', ['东乡县', '东乡自治县']],
    ['鄂伦春自治旗', '鄂伦春', ['鄂伦春旗']],
    ['魏县', null, []],
    ['神农架林区', '神农架', []],
  ])('%s', (name, short, abbreviated) => {
    const forms = formsOf(name, 'county');
    expect(forms.short).toBe(short);
    expect([...forms.abbreviated].sort()).toEqual([...abbreviated].sort());
  });

  it.each([
    ['文山壮族苗族自治州', '文山', '文山州'],
    ['巴音郭楞蒙古自治州', '巴音郭楞', '巴州'],
    ['伊犁哈萨克自治州', '伊犁', '伊犁州'],
  ])('%s is written %s or %s', (name, short, abbreviated) => {
    const forms = formsOf(name, 'city');
    expect(forms.short).toBe(short);
    expect(forms.abbreviated).toContain(abbreviated);
  });

  it('provinces and regions lose their kind', () => {
    expect(formsOf('云南省', 'province').short).toBe('云南');
    expect(formsOf('广西壮族自治区', 'province')).toEqual({ abbreviated: ['广西自治区'], short: '广西' });
    expect(formsOf('西藏自治区', 'province').short).toBe('西藏');
  });

  it('towns and villages', () => {
    expect(shortOfSmall('夹铁镇', 'town')).toBe('夹铁');
    expect(shortOfSmall('白蜡苗族乡', 'town')).toBe('白蜡');
    expect(shortOfSmall('东华门街道', 'town')).toBe('东华门');
    expect(shortOfSmall('菜子村村民委员会', 'village')).toBe('菜子村');
    expect(shortOfSmall('马边村委会', 'village')).toBe('马边村');
    expect(shortOfSmall('和平社区居委会', 'village')).toBe('和平社区');
  });
});
