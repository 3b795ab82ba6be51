import type { apiZh } from '../zh-CN/api.ts';

/** The page of the open API, and what its description says. */
export const apiEn: typeof apiZh = {
  title: 'Open API',
  lead: 'Everything that the pages do can be done by a script, with a token and over HTTP. What is said here comes from the program itself.',
  file: 'OpenAPI 3.1 (JSON)',
  token: 'Make a token',
  find: 'Search by address or purpose',
  none: 'Nothing fits.',
  ability: 'Needs',
  open: 'nothing',
  signedIn: 'to be signed in',
  parameters: 'In the address',
  body: 'Body',
  form: 'Form (multipart/form-data)',
  answer: 'Answer',
  answersFile: 'A file',
  required: 'required',
  nothing: 'nothing',
  guide: [
    {
      title: 'Token',
      text: 'Make one under “My account → Tokens”, with the abilities that the script needs, and send it with every request: `Authorization: Bearer bf_…`. It can do no more than its person may; it ends on its day at the latest.',
    },
    {
      title: 'Writing',
      text: 'Every write carries an `actId`, a UUID version 7 in lower case that the script makes. The same request with the same `actId` again does nothing twice and gives the first answer: after a lost answer simply send it again. New things carry an `id` of the same form. `dryRun=true` checks everything and keeps nothing.',
    },
    {
      title: 'Values',
      text: 'Money is whole fen as text (`"12500000"` is 125,000.00 yuan), quantities are decimal text, days `YYYY-MM-DD`, moments ISO 8601 in UTC, places division codes (`130126`). Unknown is null, never 0.',
    },
    {
      title: 'Refusals',
      text: 'Status 4xx with all `problems` at once: `code`, `at` (the field), `params`, and `message`, the sentence with its way out in the language of `Accept-Language` (`zh-CN` or `en`). 429 asks to come again after `Retry-After` seconds.',
    },
    {
      title: 'Lists',
      text: 'At most `limit` lines and `next`; send it as `after` for the next page, until it is null.',
    },
    {
      title: 'An import',
      text: '`GET /api/kinds` and `GET /api/units/helping?report=true` name kind and unit. 1. `POST /api/imports`, a form with `actId`, `id`, `unitId`, `kind`, `file` last. 2. `GET /api/imports/{id}`: `columns` says how each column is read, `open` what is to be answered first. 3. If needed `POST …/map` with `sheet`, `mapping` (null: as found) and `options` (as read, changed). 4. `POST …/check`, then `GET /api/imports/{id}` until `state` is `checked`: `counts` accounts for every row. 5. `GET …/rows?fate=refused` gives row, cell, reason; `GET …/refused` your own file, marked. 6. `POST …/apply` with `mode` `good` or `all`, until `state` is `done`.',
    },
    {
      title: 'An entry',
      text: '`GET /api/kinds/{code}` says which measures and fields a kind has. `POST /api/entries` with `submit: true` reports it, with `false` keeps a draft. Its place in the life is in `GET /api/entries/{countyId}/{id}`.',
    },
    {
      title: 'A table out',
      text: '`POST /api/entries/export` with the filter of the list gives an `id`; `GET /api/entries/exports/{id}` is the file, for an hour.',
    },
  ],
};

/** What properties of the same name say everywhere, for the shapes of the API. */
export const propertyEn: Readonly<Record<string, string>> = {
  actId: 'UUIDv7 made by the caller for this act. The same again does nothing twice',
  id: 'UUIDv7; of something new it is made by the caller',
  unitId: 'Unit, from GET /api/units; of an entry: from GET /api/units/helping',
  countyId: 'Six-digit code of the county',
  placeId: 'Division code of 2, 4, 6, 9 or 12 digits; null: the county itself',
  kind: 'Code of the kind, from GET /api/kinds',
  occurredOn: 'The day that counts for the kind (money arrived, goods delivered …)',
  amountFen: 'Whole fen (1/100 yuan) as text',
  quantity: 'Decimal text in the unit of the kind',
  people: 'Distinct people',
  personTimes: 'Person-times; never added to people',
  voucher: 'Number of the voucher, as text',
  payee: 'Who got the money',
  fields:
    'Values of the kind\u2019s own fields by code, as text: dates YYYY-MM-DD, money in fen, choices by code, yes/no',
  roster: 'People by name, where the kind wants them; [] else',
  evidence: 'Files brought before by POST /api/evidence, each under a demand of the kind',
  submit: 'true: reported to the county; false: kept as a draft',
  dryRun: 'true: everything is checked, nothing is kept',
  after: 'The `next` of the page before',
  limit: 'Lines of a page',
  lang: 'Language of names and sentences; zh-CN where it is left out',
  file: 'The file itself; send it as the last part of the form',
  fate: 'Only refused or only ignored rows',
  mode: 'good: rows without a problem; all: only where none is refused, in one transaction',
  sheet: 'Number of the sheet in the file, from 0',
  mapping: 'Which column (from 0) is what; null: as found',
  moneyUnit: 'Unit of amounts where neither cell, header nor title says it',
  fixed: 'What holds for all rows where there is no column: text by code, as it would stand in a cell',
  asDrafts: 'All rows come in as drafts',
  readHidden: 'Hidden rows are data too',
  headerRows: 'First and last row of the header, from 1; null: as found',
  abilities: 'What the token may do; a part of what its person may',
  endsOn: 'Its last day, at most 366 days away',
  filter: 'As in the query of the list',
};
