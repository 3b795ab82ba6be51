/**
 * A report in the manner of the founding article: its facts, our words, and around them what real pages carry: script, picture,
 * table, navigation. None of it may run or load.
 */
export const FIRST_DOCUMENT = `---
title: '国家发展改革委召开定点帮扶工作领导小组第一次全体会议'
author: 测试材料
date: Tue, 15 Jun 2021 03:17:09 GMT
---

<div>
<script>window.harmed = true</script>
<h2 align="center">国家发展改革委召开定点帮扶工作领导小组第一次全体会议</h2>
<p>　　6月4日上午，国家发展改革委召开定点帮扶工作领导小组第一次全体会议。会议传达学习关于深化定点帮扶工作的重要批示指示精神，通报国家发展改革委2020年定点扶贫工作成效评价结果，审议《国家发展改革委2021年定点帮扶工作计划》，部署今后一个阶段定点帮扶工作重点任务。委党组书记、主任、定点帮扶工作领导小组组长何立峰主持会议并作总结讲话，委党组成员出席会议，秘书长、副秘书长，各司局、各直属单位主要负责同志参加会议。</p>
<img src="https://pictures.example.org/a.png" alt="会议现场" onerror="window.harmed = true">
<p>　　会议指出，自1990年帮扶河北省灵寿县以来，定点帮扶工作已走过30多年。脱贫攻坚战打响以来，定点帮扶的河北省灵寿县、广西壮族自治区田东县、吉林省汪清县先后摘帽，累计减贫约11.2万人。牵头推进易地扶贫搬迁，完成960多万贫困群众搬迁任务；牵头组织消费扶贫，动员直接采购或帮助销售贫困地区农产品超过<a href="javascript:window.harmed=true">6000亿元</a>。</p>
<p>　　会议要求，各单位要持续保持工作力度，<b>各司其职、各负其责</b>。要深入开展调查研究，帮助三县明确发展方向，提出有针对性的政策建议。持续深化消费帮扶和网络帮扶。研究简便易行的农户金融帮扶机制。支持三县重点项目建设，加强接续支持和管理。加强石漠化地区治理。指导研究探索生态产品价值实现机制。充分发挥挂职干部的作用，推动三县从脱贫摘帽向乡村振兴平稳过渡。</p>
<table><tr><td>县</td><td>所在省</td></tr><tr><td>灵寿县</td><td>河北省</td></tr></table>
</div>
`;
