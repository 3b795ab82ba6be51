import { expect, it } from 'vitest';
import { browserPath, openBrowser } from '../support/browser.ts';

it.skipIf(browserPath() === null)('the browser of the walks shows a page', async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
    await page.setContent('<h1>帮扶</h1><p id="wide">一二三四五六七八九十</p>');
    expect(await page.textContent('h1')).toBe('帮扶');
    expect((await page.screenshot()).length).toBeGreaterThan(500);
  } finally {
    await browser.close();
  }
});
