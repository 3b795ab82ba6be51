import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { COOKIE } from '../../src/api/serve.ts';
import * as document from '../../src/contract/document.ts';
import { countOf, digests } from '../support/digest.ts';
import { gb18030 } from '../support/gb18030.ts';
import { asPerson, beginHouse, withHouse, type Caller } from '../support/house.ts';
import { makePdf, setText } from '../support/make-pdf.ts';
import { report } from '../support/report.ts';
import { done } from '../support/world.ts';

const test = withHouse();
let office: Caller;
let personId: string;

beforeAll(async () => {
  const begun = await beginHouse(test, '云帆部');
  office = begun.caller;
  personId = begun.personId;
});

const upload = (name: string, bytes: Uint8Array | string, fields = {}) =>
  office.upload(document.bringDocument, name, Buffer.from(bytes), fields);
const read = async (id: string) => done(office.call(document.readDocument, { params: { id } }));
const text = (ordinal: string) => report('云帆部', ordinal, '灵寿县');

/** A docx whose text unpacks to more than any memory should hold; packed it is a few hundred kilobytes. */
function bomb(): Uint8Array {
  const xml = deflateRawSync(Buffer.alloc(220 * 1024 * 1024, 'a'), { level: 9 });
  const name = Buffer.from('word/document.xml');
  const head = (local: boolean) => {
    const size = Buffer.alloc(local ? 30 : 46);
    size.writeUInt32LE(local ? 0x04034b50 : 0x02014b50, 0);
    size.writeUInt16LE(8, local ? 8 : 10);
    size.writeUInt32LE(xml.length, local ? 18 : 20);
    // The directory lies about what it unpacks to.
    size.writeUInt32LE(1000, local ? 22 : 24);
    size.writeUInt16LE(name.length, local ? 26 : 28);
    return size;
  };
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + xml.length, 16);
  return Buffer.concat([head(true), name, xml, head(false), name, end]);
}

describe('a file that is not what one hopes', () => {
  it.each([
    ['an empty one', 'a.txt', '', 'file.empty'],
    ['one of blanks', 'a.txt', ' \n\t　\n', 'file.empty'],
    [
      'a picture called docx',
      'a.docx',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array<number>(200).fill(7)]),
      'file.is_image',
    ],
    ['a PDF that asks for a password', 'a.pdf', makePdf(setText(['会议召开。']), { encrypt: true }), 'file.encrypted'],
    ['a scanned PDF', 'a.pdf', makePdf([[], []], { scan: true }), 'file.scanned'],
    ['a PDF that breaks off', 'a.pdf', '%PDF-1.7\n1 0 obj <<', 'file.damaged'],
    ['a spreadsheet', 'a.docx', zipSync({ 'xl/workbook.xml': new Uint8Array(10) }), 'file.is_spreadsheet'],
    ['an archive', 'a.docx', zipSync({ 'a.txt': new Uint8Array(10) }), 'file.is_archive'],
    ['a program', 'a.txt', Buffer.from('\x7fELF\x02\x01\x01\0\0\0', 'latin1'), 'file.is_program'],
    ['a docx that is a bomb', 'a.docx', bomb(), 'file.bomb'],
  ] as [string, string, Uint8Array | string, string][])('is refused by its name: %s', async (_, name, bytes, code) => {
    const before = await digests(test.db.owner);
    const answer = await upload(name, bytes);
    expect([
      answer.status,
      answer.problems[0]?.code,
      answer.problems[0]?.at,
      answer.problems[0]?.params?.['file'],
    ]).toEqual([422, code, 'file', name]);
    expect(await digests(test.db.owner)).toEqual(before);
  });

  it('a form without a file, without an act, or with a unit that is none, is refused at the field', async () => {
    const none = await office.raw({
      method: 'POST',
      url: '/api/documents',
      payload: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(none.json().problems).toMatchObject([{ code: 'file.missing', at: 'file' }]);
    expect((await upload('a.txt', text('第一次'), { actId: 'x' })).problems).toEqual([
      { code: 'input.invalid', at: 'actId' },
    ]);
    expect((await upload('a.txt', text('第一次'), { unitId: 'x' })).problems).toEqual([
      { code: 'input.invalid', at: 'unitId' },
    ]);
    expect((await upload('a.txt', text('第一次'), { unitId: newId() })).problems).toEqual([{ code: 'access.missing' }]);
  });
});

describe('a file of 200 MB', () => {
  /** Sends zeros as long as the server takes them; gives the answer, how much went out, and how far the memory grew. */
  async function pour(
    headers: Record<string, string>,
  ): Promise<{ status: number; code: string; sent: number; grown: number }> {
    const port = (test.app.server.address() as AddressInfo).port;
    const boundary = 'grenze';
    const field = `--${boundary}\r\ncontent-disposition: form-data; name="actId"\r\n\r\n${newId()}\r\n`;
    const start = `${field}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="big.txt"\r\n\r\n`;
    const cookie = `${COOKIE}=${office.secret ?? ''}`;
    const type = `multipart/form-data; boundary=${boundary}`;
    const before = process.memoryUsage().rss;
    let [sent, top] = [0, before];
    return new Promise((resolve, reject) => {
      const request = httpRequest({
        port,
        method: 'POST',
        path: '/api/documents',
        headers: { 'content-type': type, cookie, ...headers },
      });
      let answered = false;
      request.on('response', (response) => {
        answered = true;
        let body = '';
        response.on('data', (part: Buffer) => (body += part.toString()));
        response.on('end', () => {
          const code = (JSON.parse(body) as { problems: { code: string }[] }).problems[0]?.code ?? '';
          resolve({ status: response.statusCode ?? 0, code, sent, grown: top - before });
          request.destroy();
        });
      });
      request.on('error', (error) => answered || reject(error));
      request.write(start);
      const chunk = Buffer.alloc(1024 * 1024, 'a');
      const next = () => {
        if (answered || sent >= 200 * 1024 * 1024) return;
        sent += chunk.length;
        top = Math.max(top, process.memoryUsage().rss);
        request.write(chunk, () => setImmediate(next));
      };
      next();
    });
  }

  beforeAll(async () => {
    await test.app.listen({ port: 0, host: '127.0.0.1' });
  });

  it('that says its length is refused before it is read', async () => {
    const { status, code, sent } = await pour({ 'content-length': String(200 * 1024 * 1024 + 300) });
    expect([status, code]).toEqual([422, 'file.too_large']);
    expect(sent / 1024 / 1024).toBeLessThan(10);
  });

  it('that does not is refused at the limit, and no more of it is kept in memory', async () => {
    const { status, code, sent, grown } = await pour({ 'transfer-encoding': 'chunked' });
    expect([status, code]).toEqual([422, 'file.too_large']);
    expect(sent / 1024 / 1024).toBeLessThan(60);
    expect(grown / 1024 / 1024).toBeLessThan(150);
  });
});

describe('a file that can be read', () => {
  it('is read whatever its encoding and ending say', async () => {
    const { id } = await done(upload('第二次.docx', gb18030(text('第二次'))));
    const it = await read(id);
    expect(it).toMatchObject({ format: 'txt', fileName: '第二次.docx' });
    expect(it.text).toContain('定点帮扶工作领导小组第二次会议');
    expect(it.warnings.map((one) => one.code)).toContain('document.ending_differs');
    expect(it.list.filter((item) => item.kind === 'agenda')).toHaveLength(3);
  });

  it('gives back nothing of a script, whatever hides it', async () => {
    const html = `<html><head><title>会议</title><script>alert('s1')</script><style>p{background:url(javascript:s2())}</style></head><body onload="s3()">
      <p onclick="s4()">${text('第三次').replaceAll('\n', '</p><p>')}</p><img src=x onerror="s5()"><a href="javascript:s6()">链接</a><iframe src="//evil.example/s7"></iframe>
      <svg onload="s8()"><script>s9()</script></svg><template><script>s10()</script></template><noscript><img src="//evil.example/s11"></noscript></body></html>`;
    const { id } = await done(upload('a.html', html));
    const it = await read(id);
    expect(it.text).toContain('第三次会议');
    expect(JSON.stringify(it)).not.toMatch(
      /s\d+\(|alert|javascript:|onclick|onload|onerror|evil\.example|<\/?(script|p|img|svg)/i,
    );
  });

  it('keeps a text that looks like a page as the words that it is', async () => {
    const words = '会议要求，要加强<b>干部</b>培训 & 使用 <script>alert(1)</script> 字样。';
    const { id } = await done(upload('a.txt', words));
    expect((await read(id)).text).toContain('<script>alert(1)</script>');
    const page = await office.raw({ method: 'GET', url: `/api/documents/${id}` });
    expect(page.headers['content-type']).toContain('application/json');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\会议.txt', '会议.txt'],
    ['a\r\nset-cookie: x=1.txt', null],
    ['引号".txt', null],
    ["it's (1)*.txt", "it's (1)*.txt"],
    ['..', null],
    [`${'长'.repeat(400)}.txt`, null],
  ])('is called by no path, and its name cannot break out of the header: %s', async (name, expected) => {
    const { id } = await done(upload(name, text(`第${name.length}${name.slice(0, 2)}次`)));
    const { fileName } = await read(id);
    if (expected !== null) expect(fileName).toBe(expected);
    expect(fileName).not.toMatch(/[\u0000-\u001f/\\]/);
    expect(fileName.length).toBeLessThanOrEqual(300);
    const file = await office.raw({ method: 'GET', url: `/api/documents/${id}/file` });
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.~!$&+^`|#-]+$/);
    expect(decodeURIComponent(String(file.headers['content-disposition']).split("''")[1] ?? '')).toBe(fileName);
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    expect(file.headers['set-cookie']).toBeUndefined();
    expect(file.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('comes back byte for byte', async () => {
    const bytes = gb18030(text('第五十次'));
    const { id } = await done(upload('a.txt', bytes));
    expect(
      (await office.raw({ method: 'GET', url: `/api/documents/${id}/file` })).rawPayload.equals(Buffer.from(bytes)),
    ).toBe(true);
  });

  it('is one document, whoever brings it, also when they bring it at once', async () => {
    const people = await Promise.all([1, 2, 3].map(() => asPerson(test, personId)));
    const bytes = Buffer.from(text('第五十一次'));
    const answers = await Promise.all(people.map((by, n) => by.upload(document.bringDocument, `${n}.txt`, bytes)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.value.id)).size).toBe(1);
    expect(answers.filter((answer) => !answer.value.again)).toHaveLength(1);
    expect(await countOf(test.db.owner, 'document', `id = '${answers[0]?.value.id}'`)).toBe(1);
  });
});

describe('pasted text', () => {
  const paste = (words: string, title: string | null = null) =>
    office.call(document.pasteDocument, { body: { unitId: null, title, text: words } });

  it('is read like a file, with the title given or its own; a page as a page', async () => {
    const own = await read((await done(paste(text('第六十次')))).id);
    expect(own).toMatchObject({
      title: '云帆部召开定点帮扶工作领导小组第六十次会议',
      fileName: 'paste.txt',
      format: 'txt',
    });
    const page = await read((await done(paste(`<div><p>${text('第六十一次')}</p></div>`, '六十一'))).id);
    expect(page).toMatchObject({ title: '六十一', format: 'html' });
    expect(page.text).not.toContain('<');
  });

  it('is refused when it is empty or too long, or is no text', async () => {
    expect((await paste('')).problems).toEqual([{ code: 'file.empty', at: 'text' }]);
    expect((await paste(' \n')).problems[0]?.code).toBe('file.empty');
    expect((await paste('长'.repeat(2_000_001))).problems[0]?.code).toMatch(/too_l/);
    for (const odd of ['会议\u0000要求，要加强培训。', '会议要求\ud800，要加强培训。', '\u202e会议要求，要加强培训。'])
      expect([200, 422]).toContain((await paste(odd)).status);
  });
});
