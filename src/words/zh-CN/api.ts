/** 开放接口页。 */
export const apiZh = {
  title: '开放接口',
  lead: '页面上能做的事，程序凭令牌通过 HTTP 都能做。本页内容由系统自身生成，与实际一致。',
  file: 'OpenAPI 3.1（JSON）',
  token: '创建令牌',
  find: '按地址或用途查找',
  none: '没有符合的接口。',
  ability: '需要',
  open: '无须登录',
  signedIn: '已登录',
  parameters: '地址参数',
  body: '请求内容',
  form: '表单（multipart/form-data）',
  answer: '返回',
  answersFile: '文件',
  required: '必填',
  nothing: '无',
  guide: [
    {
      title: '令牌',
      text: '在“我的账号 → 令牌”里创建，只勾选程序用得着的权限；每次请求带上 `Authorization: Bearer bf_…`。令牌的权限不会超过本人，到期自动失效。',
    },
    {
      title: '写入',
      text: '每次写入都带 `actId`，由程序自己生成（UUID 第 7 版，小写）。同一 `actId` 再发一次不会重复办理，只返回上次的结果：没收到回答时照原样重发即可。新建的事物自带 `id`，格式相同。`dryRun=true` 只检查、不保存。',
    },
    {
      title: '数值',
      text: '金额是以分为单位的整数文本（`"12500000"` 即 125,000.00 元），数量是十进制文本，日期 `YYYY-MM-DD`，时刻为 ISO 8601（UTC），地方用行政区划代码（`130126`）。未知写 null，不写 0。',
    },
    {
      title: '拒绝',
      text: '状态码 4xx，`problems` 一次列出全部问题：`code`、`at`（哪个字段）、`params`，以及 `message`：原因和办法，语言随 `Accept-Language`（`zh-CN` 或 `en`）。429 表示请在 `Retry-After` 秒后再来。',
    },
    { title: '列表', text: '每页最多 `limit` 条，返回 `next`；把它作为 `after` 取下一页，直到为 null。' },
    {
      title: '导入表格',
      text: '类别和单位见 `GET /api/kinds`、`GET /api/units/helping?report=true`。1. `POST /api/imports`，表单字段 `actId`、`id`、`unitId`、`kind`，`file` 放最后。2. `GET /api/imports/{id}`：`columns` 是各列怎么读，`open` 是须先回答的问题。3. 需要时 `POST …/map`，给出 `sheet`、`mapping`（null：按识别的）、`options`（在读到的基础上改）。4. `POST …/check`，再读 `GET /api/imports/{id}`，直到 `state` 为 `checked`，`counts` 里每一行都有交代。5. `GET …/rows?fate=refused` 逐行给出单元格、原因；`GET …/refused` 是您自己的表格，已标注。6. `POST …/apply`，`mode` 为 `good` 或 `all`，直到 `state` 为 `done`。',
    },
    {
      title: '填报一条',
      text: '`GET /api/kinds/{code}` 说明这类台账有哪些计量和字段。`POST /api/entries`，`submit: true` 即上报，`false` 存草稿；到了哪一步见 `GET /api/entries/{countyId}/{id}`。',
    },
    {
      title: '导出',
      text: '`POST /api/entries/export`（条件与列表相同）返回 `id`，`GET /api/entries/exports/{id}` 即文件，一小时内有效。',
    },
  ],
};
