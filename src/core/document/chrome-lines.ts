// What stands around the text of a page, line by line. Each pattern is tried on the line with its blanks collapsed.

/** Labels that say who made the page, where it comes from, what it is filed under; a colon follows. */
const LABEL =
  /^(?:【?我要纠错】?)?[[(（【◎●■\s]*(责任编辑|责编|编辑|编审|校对|校审|编校|撰稿人?|供稿人?|供图|撰文|文[/／]?图|图[/／]?文|摄影|图片|作者|文字|本报记者|记者|通讯员|审核人?|审稿|审签|终审|初审|复审|核稿|一审|二审|三审|一校|二校|三校|监制|值班编委|签发人?|来源|文章来源|信息来源|稿源|稿件来源|发布(?:时间|日期|机构|单位|者|人)|发稿时间|发表时间|更新(?:时间|日期)|录入(?:时间|人)?|信息提供|浏览(?:次数|量|数)?|点击(?:数|次数|量|率)?|阅读(?:量|次数|数)?|访问(?:量|次数)|字体|字号|字体大小|视力保护色?|关键词|关键字|标签|分享(?:到|至)?|分享(?:本文|给好友)?|打印(?:本页)?|索引号|主题分类|主题词|体裁分类|发文(?:机关|机构|字号|日期)|成文日期|有效性|公开(?:类别|方式|形式)|信息(?:分类|类别|名称)|组配分类|上一(?:篇|条|页|版|期|则)|下一(?:篇|条|页|版|期|则)|上篇|下篇|前一篇|后一篇|相关(?:阅读|新闻|链接|文章|报道|推荐|稿件|信息)|推荐阅读|延伸阅读|当前位置|(?:您|你)?(?:现在)?(?:的|所在的?)?位置|联系(?:我们|电话)|主办(?:单位)?|承办单位|技术支持|网站标识码|备案(?:号|序号)|邮编|版权(?:声明|所有)|免责声明|特别声明|郑重声明|声明|原文链接|原文地址|本文(?:来源|链接|地址|网址)|转自|转载自?|栏目|所属栏目|所属频道)\s*[:：|丨]/;

/** Lines that are chrome when they say no more than this. */
const WHOLE =
  /^[[(（【\s>»|·]*(分享(?:到|至)?(?:微信|微博|朋友圈)?|推荐(?:阅读|新闻|内容)?|(?:精彩|产品|为您|编辑|本站)推荐|相关(?:阅读|新闻|链接|文章|报道|推荐|附件)|热门(?:推荐|新闻|文章|阅读)?|热点(?:新闻|推荐)|最新(?:新闻|文章|资讯)|猜你喜欢|更多(?:>+|»)?|返回(?:目录|顶部|首页|列表|上页)?|首页|网站地图|网站首页|标题导航|版面导航|联系我们|关于我们|声明|正文|上一[篇条页版期]|下一[篇条页版期]|[大中小]字?号?|字号|打印|关闭|关闭窗口|打印本页|收藏|评论|点赞|扫一扫.{0,20}|.{0,6}二维码|登录|注册|搜索|无障碍.{0,6}|适老化?.{0,6}|设为首页|加入收藏|繁体(?:版)?|简体(?:版)?|English|手机版|移动版|客户端|.{2,8}客户端|图片新闻|文档介绍[:：]?|资料图片?[,，]?仅供参考|.{0,4}仅供参考|图片来源.{0,12}|\d{2,6}\s*期\s*[/／].{0,20}|版权所有.{0,30}|(?:原标题[:：]?)|完|编辑[:：]?|来源[:：]?|END|-+\s*END\s*-+|声\s*明|.*PDF原版.*|.*pdf阅读器.*|第\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版.{0,12}|[3-5]?上一篇\s*下一篇.*)[\])）】\s>»|·]*$/i;

const FOOTER =
  /ICP\s*备|更多(?:资讯|信息|内容|新闻).{0,8}(?:查阅|关注|登录|访问|查看)|公网安备|版权所有|Copyright|©|网站标识码|未经.{0,12}(?:授权|许可).{0,12}(?:转载|使用|复制)|建议使用.{0,20}浏览器|违法和不良信息举报|互联网新闻信息服务许可|信息网络传播视听节目|免责声明[:：]|尽在.{2,16}(?:APP|客户端)|(?:下载|打开).{0,12}(?:APP|客户端)|扫描.{0,8}二维码|点击.{0,6}(?:关注|下载|查看更多)|(?:本文|文章).{0,10}不代表.{0,14}(?:立场|观点)/i;

const FULL_DATE = /(?:19|20)\d{2}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2})/;
const CLOCK = /\d{1,2}\s*[:：]\s*\d{2}/;

/** Whether a line is page chrome by itself: labels, navigation, dates of publication, script debris, names of image files. */
export function isChromeLine(line: string): boolean {
  if (line.length > 300) return false;
  if (isDebris(line)) return true;
  const sentence = /[。！？!?]/.test(line.slice(0, -1)) || /[。]$/.test(line);
  if (line.length <= 120 && LABEL.test(line) && !(sentence && line.length > 60)) return true;
  if (/^[【[（(]?\s*(?:版权|免责|特别|郑重)(?:及免责)?声明\s*[】\])）]?\s*[:：]/.test(line)) return true;
  if (line.length <= 40 && WHOLE.test(line)) return true;
  if (line.length <= 200 && FOOTER.test(line) && !/会议|帮扶/.test(line)) return true;
  if (sentence) return false;
  return isDateLine(line) || isBreadcrumb(line) || isMenu(line);
}

/** Words after which only links to other pages follow. */
export function endsArticle(line: string): boolean {
  return (
    line.length <= 40 &&
    /^[[(（【\s]*(推荐阅读|推荐新闻|推荐内容|新闻推荐|热点新闻|大家都在看|相关资讯|更多新闻|(?:精彩|产品|为您|本站)推荐|相关(?:阅读|新闻|链接|文章|报道|推荐)|延伸阅读|热门(?:推荐|新闻|文章)|猜你喜欢|网站地图|最新(?:新闻|文章)|友情链接|分享到|上一[篇条]|下一[篇条]|返回(?:目录|顶部|列表)|责任编辑|责编)/.test(
      line,
    )
  );
}

function isDebris(line: string): boolean {
  if (/^[\w%().\-\u4e00-\u9fff]{1,80}\.(?:jpe?g|png|gif|bmp|webp|svg|mp4|docx?|pdf|xlsx?)$/i.test(line)) return true;
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(line)) return true;
  if (/[\u4e00-\u9fff]/.test(line))
    return /^\s*(?:var|function|document\.|window\.|\$\()|[{};]\s*(?:var|function|return)\b/.test(line);
  return !/\d/.test(line) || /[{};=<>$"'\\]/.test(line) || /^[\d\s\-—/|.:·]{1,12}$/.test(line);
}

function isDateLine(line: string): boolean {
  const date = FULL_DATE.exec(line);
  if (date === null || line.length > 120 || /召开|举行|会议/.test(line)) return false;
  const rest = line.replace(FULL_DATE, '').replace(CLOCK, '');
  if (/^[\s()（）\-—|]*(?:星期[一二三四五六日天])?[\s()（）\-—|]*$/.test(rest)) return true;
  if (CLOCK.test(line) && rest.length <= 60) return true;
  if (/^[\s•|]*[\u4e00-\u9fff]{2,14}(?:办公室|部|处|网|中心|社|局|报|委)[\s|]*$/.test(rest)) return true;
  if (/来源|作者|编辑|浏览|点击|字号|发布|星期[一二三四五六日天]/.test(rest)) return rest.length <= 80;
  return false;
}

function isBreadcrumb(line: string): boolean {
  const pieces = line.split(/\s*(?:>+|»|›|→|＞+)\s*/);
  return (
    pieces.length >= 2 &&
    line.length <= 120 &&
    pieces.every((p) => p.length <= 24) &&
    (pieces.length >= 3 || /^(首页|主页|您|当前)/.test(line) || pieces.some((p) => p === '正文' || p === ''))
  );
}

/** A row of short words that are no sentence and no list of names. */
function isMenu(line: string): boolean {
  if (/[，,；;：:、]/.test(line)) return false;
  const bars = line.split(/\s*[|｜]\s*/).filter((p) => p !== '');
  if (/^(?:\S{0,4}(?:导航|目录|返回)\S{0,4}\s*){2,}$/.test(line)) return true;
  if (bars.length >= 3 && bars.every((p) => p.length <= 12)) return true;
  const pieces = line.split(/\s+/);
  return (
    pieces.length >= 4 && pieces.every((p) => p.length <= 12) && pieces.some((p) => p.length > 3) && !/\d/.test(line)
  );
}
