/**
 * Words that end the names of indicators, and what a name ending in them measures. One word a line; columns parted by
 * tabs: word, kind, usual units (parted by |), direction (up, down, equal, none), bounds in percent.
 * not-rate marks words in 率 that are no rates.
 */
export const indicatorLexicon = `
满意度	satisfaction	%	up	0-100
满意率	satisfaction	%	up	0-100
满意程度	satisfaction	%	up	0-100
群众满意度	satisfaction	%	up	0-100
服务对象满意度	satisfaction	%	up	0-100
受益对象满意度	satisfaction	%	up	0-100
受益群众满意度	satisfaction	%	up	0-100
用户满意度	satisfaction	%	up	0-100
参训人员满意度	satisfaction	%	up	0-100
学员满意度	satisfaction	%	up	0-100
考生满意度	satisfaction	%	up	0-100
办事群众满意度	satisfaction	%	up	0-100
职工满意度	satisfaction	%	up	0-100
社会公众满意度	satisfaction	%	up	0-100
主管部门满意度	satisfaction	%	up	0-100
满意度率	satisfaction	%	up	0-100
认可度	satisfaction	%	up	0-100
获得感	qualitative		up	no
完成率	rate	%	up	0-100
合格率	rate	%	up	0-100
达标率	rate	%	up	0-100
覆盖率	rate	%	up	0-100
及时率	rate	%	up	0-100
通过率	rate	%	up	0-100
验收合格率	rate	%	up	0-100
验收通过率	rate	%	up	0-100
优良率	rate	%	up	0-100
优秀率	rate	%	up	0-100
准确率	rate	%	up	0-100
到位率	rate	%	up	0-100
到岗率	rate	%	up	0-100
出勤率	rate	%	up	0-100
参与率	rate	%	up	0-100
参考率	rate	%	up	0-100
参训率	rate	%	up	0-100
到会率	rate	%	up	0-100
结案率	rate	%	up	0-100
办结率	rate	%	up	0-100
按时办结率	rate	%	up	0-100
按期办结率	rate	%	up	0-100
调解成功率	rate	%	up	0-100
化解率	rate	%	up	0-100
采纳率	rate	%	up	0-100
回访率	rate	%	up	0-100
公开率	rate	%	up	0-100
知晓率	rate	%	up	0-100
普及率	rate	%	up	0-100
巩固率	rate	%	up	0-100
入学率	rate	%	up	0-100
就业率	rate	%	up	0-100
安置率	rate	%	up	0-100
治愈率	rate	%	up	0-100
检出率	rate	%	none	0-100
成活率	rate	%	up	0-100
存活率	rate	%	up	0-100
使用率	rate	%	up	0-100
利用率	rate	%	up	0-100
完好率	rate	%	up	0-100
正常运行率	rate	%	up	0-100
保障率	rate	%	up	0-100
兑现率	rate	%	up	0-100
发放率	rate	%	up	0-100
足额发放率	rate	%	up	0-100
落实率	rate	%	up	0-100
执行到位率	rate	%	up	0-100
整改率	rate	%	up	0-100
整改完成率	rate	%	up	0-100
处置率	rate	%	up	0-100
处理率	rate	%	up	0-100
查处率	rate	%	up	0-100
破案率	rate	%	up	0-100
核查率	rate	%	up	0-100
抽检率	rate	%	up	0-100
检测率	rate	%	up	0-100
监测率	rate	%	up	0-100
建档率	rate	%	up	0-100
签约率	rate	%	up	0-100
年检率	rate	%	up	0-100
上线率	rate	%	up	0-100
接入率	rate	%	up	0-100
归档率	rate	%	up	0-100
配备率	rate	%	up	0-100
配置率	rate	%	up	0-100
更新率	rate	%	up	0-100
满足率	rate	%	up	0-100
开工率	rate	%	up	0-100
完工率	rate	%	up	0-100
竣工率	rate	%	up	0-100
按期完工率	rate	%	up	0-100
按时完成率	rate	%	up	0-100
达产率	rate	%	up	0-100
转化率	rate	%	up	0-100
续保率	rate	%	up	0-100
参保率	rate	%	up	0-100
中签率	rate	%	up	0-100
录取率	rate	%	up	0-100
毕业率	rate	%	up	0-100
升学率	rate	%	up	0-100
出庭应诉率	rate	%	up	0-100
应诉率	rate	%	up	0-100
胜诉率	rate	%	up	0-100
合法率	rate	%	up	0-100
规范率	rate	%	up	0-100
有效率	rate	%	up	0-100
响应率	rate	%	up	0-100
受理率	rate	%	up	0-100
支付率	rate	%	up	0-100
真实率	rate	%	up	0-100
脱贫率	rate	%	up	0-100
达成率	rate	%	up	0-100
履约率	rate	%	up	0-100
集中供养率	rate	%	up	0-100
集中处理率	rate	%	up	0-100
无害化处理率	rate	%	up	0-100
绿化率	rate	%	up	0-100
优质率	rate	%	up	0-100
提前率	rate	%	up	0-100
预算执行率	rate	%	up	0-100
执行率	rate	%	up	0-100
支出进度	rate	%	up	0-100
预算完成率	rate	%	up	0-100
资金到位率	rate	%	up	0-100
政府采购执行率	rate	%	up	no
专款专用率	rate	%	up	0-100
投诉率	rate	%	down	0-100
有责投诉率	rate	%	down	0-100
信访率	rate	%	down	0-100
上访率	rate	%	down	0-100
差错率	rate	%	down	0-100
错误率	rate	%	down	0-100
事故率	rate	%	down	0-100
事故发生率	rate	%	down	0-100
重大事故发生率	rate	%	down	0-100
安全事故发生率	rate	%	down	0-100
故障率	rate	%	down	0-100
设备故障率	rate	%	down	0-100
返工率	rate	%	down	0-100
返修率	rate	%	down	0-100
退货率	rate	%	down	0-100
流失率	rate	%	down	0-100
辍学率	rate	%	down	0-100
失业率	rate	%	down	0-100
空置率	rate	%	down	0-100
闲置率	rate	%	down	0-100
死亡率	rate	%	down	0-100
发病率	rate	%	down	0-100
感染率	rate	%	down	0-100
漏报率	rate	%	down	0-100
误报率	rate	%	down	0-100
漏检率	rate	%	down	0-100
脱管率	rate	%	down	0-100
脱管漏管率	rate	%	down	0-100
再犯罪率	rate	%	down	0-100
重新犯罪率	rate	%	down	0-100
重新违法犯罪率	rate	%	down	0-100
犯罪率	rate	%	down	0-100
发案率	rate	%	down	0-100
违规率	rate	%	down	0-100
违法率	rate	%	down	0-100
超标率	rate	%	down	0-100
不合格率	rate	%	down	0-100
拖欠率	rate	%	down	0-100
逾期率	rate	%	down	0-100
延误率	rate	%	down	0-100
坏账率	rate	%	down	0-100
结转结余率	rate	%	down	0-100
结余率	rate	%	down	0-100
变更率	rate	%	down	0-100
破损率	rate	%	down	0-100
损耗率	rate	%	down	0-100
拒绝率	rate	%	down	0-100
纠错率	rate	%	none	0-100
败诉率	rate	%	down	0-100
复发率	rate	%	down	0-100
返贫率	rate	%	down	0-100
贫困发生率	rate	%	down	0-100
增长率	change-rate	%	up	may exceed 100
增幅	change-rate	%	up	may exceed 100
增速	change-rate	%	up	may exceed 100
提升率	change-rate	%	up	may exceed 100
提高率	change-rate	%	up	may exceed 100
提高幅度	change-rate	%	up	may exceed 100
增加率	change-rate	%	up	may exceed 100
增收率	change-rate	%	up	may exceed 100
下降率	change-rate	%	up	0-100
降低率	change-rate	%	up	0-100
减少率	change-rate	%	up	0-100
降幅	change-rate	%	up	0-100
减低率	change-rate	%	up	0-100
节能率	change-rate	%	up	0-100
节约率	change-rate	%	up	0-100
压减率	change-rate	%	up	0-100
减排率	change-rate	%	up	0-100
同比	change-rate	%	by verb	no
占比	rate	%	by context	0-100
比重	rate	%	by context	0-100
比例	rate	%	by context	0-100
比率	rate	%	by context	0-100
率	rate	%	by context	0-100
控制率	rate	%	down	no
偏离率	rate	%	down	no
预算调整率	rate	%	down	no
超支率	rate	%	down	no
公用经费控制率	rate	%	down	no
三公经费控制率	rate	%	down	no
“三公经费”变动率	rate	%	down	no
效率	not-rate		none	no
频率	not-rate		none	no
利率	not-rate		none	no
汇率	not-rate		none	no
数量	count	个/件/份/台/套…	up	>=0
个数	count	个	up	>=0
次数	count	次	up	>=0
人数	count	人	up	>=0
人次	count	人次	up	>=0
户数	count	户	up	>=0
家数	count	家	up	>=0
件数	count	件	up	>=0
份数	count	份	up	>=0
册数	count	册/份	up	>=0
期数	count	期	up	>=0
场数	count	场	up	>=0
场次	count	场/场次	up	>=0
班次	count	班/期	up	>=0
批次	count	批次/批	up	>=0
台数	count	台	up	>=0
套数	count	套	up	>=0
辆数	count	辆	up	>=0
项数	count	项	up	>=0
篇数	count	篇	up	>=0
条数	count	条	up	>=0
处数	count	处	up	>=0
点数	count	个/点	up	>=0
宗数	count	宗	up	>=0
起数	count	起	up	>=0
例数	count	例	up	>=0
间数	count	间	up	>=0
座数	count	座	up	>=0
办案量	count	件	up	>=0
案件数	count	件	up	>=0
案件数量	count	件	up	>=0
受理数	count	件	up	>=0
办结数	count	件	up	>=0
培训次数	count	次/期	up	>=0
培训人数	count	人/人次	up	>=0
培训场次	count	场/期	up	>=0
培训天数	count	天	up	>=0
活动次数	count	次	up	>=0
宣传次数	count	次	up	>=0
宣传活动次数	count	次/场	up	>=0
宣传资料	count	份/册	up	>=0
宣传品	count	份/件	up	>=0
检查次数	count	次	up	>=0
督导次数	count	次	up	>=0
调研次数	count	次	up	>=0
会议次数	count	次	up	>=0
报告数量	count	份/篇	up	>=0
设备购置数量	count	台/套/件	up	>=0
更新改造数量	count	台/套/件	up	>=0
建设数量	count	个/处	up	>=0
保障人数	count	人	up	>=0
受益人数	count	人	up	>=0
服务人次	count	人次	up	>=0
就业人数	count	人	up	>=0
补助人数	count	人	up	>=0
资助人数	count	人	up	>=0
聘用人数	count	人	up	>=0
参与人数	count	人	up	>=0
覆盖人数	count	人	up	>=0
注册人数	count	人	up	>=0
咨询量	count	件/人次	up	>=0
浏览量	count	次/人次	up	>=0
访问量	count	次	up	>=0
点击量	count	次	up	>=0
产量	count	吨/公斤	up	>=0
存栏量	count	头/只	up	>=0
供水量	count	立方米	up	>=0
发电量	count	千瓦时	up	>=0
事故次数	count	次/件/起/人	down	>=0
事故发生次数	count	次/件/起/人	down	>=0
事故起数	count	次/件/起/人	down	>=0
重大事故	count	次/件/起/人	down	>=0
投诉次数	count	次/件/起/人	down	>=0
投诉件数	count	次/件/起/人	down	>=0
信访件数	count	次/件/起/人	down	>=0
舆情次数	count	次/件/起/人	down	>=0
重大舆情	count	次/件/起/人	down	>=0
差错次数	count	次/件/起/人	down	>=0
违规次数	count	次/件/起/人	down	>=0
死亡人数	count	次/件/起/人	down	>=0
脱管人数	count	次/件/起/人	down	>=0
故障次数	count	次/件/起/人	down	>=0
停电次数	count	次/件/起/人	down	>=0
返工次数	count	次/件/起/人	down	>=0
科目调整次数	count	次/件/起/人	down	>=0
面积	measure	平方米/亩/公顷	up	>=0
里程	measure	公里/千米	up	>=0
长度	measure	米/公里	up	>=0
重量	measure	吨/公斤	up	>=0
体积	measure	立方米	up	>=0
容量	measure	立方米/GB	up	>=0
规模	measure	by context	up	>=0
总量	measure	by context	up	>=0
深度	measure	米	up	>=0
高度	measure	米	up	>=0
库容	measure	万立方米	up	>=0
排放量	measure	吨	down	>=0
能耗	measure	千瓦时/吨标准煤	down	>=0
用水量	measure	立方米	down	>=0
耗电量	measure	千瓦时	down	>=0
流失量	measure	吨/平方公里	down	>=0
污染物浓度	measure	微克/立方米	down	>=0
成本	cost	元/万元	down	>=0
总成本	cost	万元	down	>=0
项目总成本	cost	万元	down	>=0
单位成本	cost	元/个,元/件…	down	>=0
人均成本	cost	元/人	down	>=0
人均费用	cost	元/人	down	>=0
人均培训成本	cost	元/人·天	down	>=0
平均成本	cost	元/…	down	>=0
单价	cost	元/…	down	>=0
费用	cost	万元	down	>=0
经费	cost	万元	down	>=0
工作经费	cost	万元	down	>=0
购置成本	cost	万元,元/台	down	>=0
建设成本	cost	万元,元/平方米	down	>=0
造价	cost	元/平方米	down	>=0
租用费	cost	元/年	down	>=0
租赁费	cost	万元	down	>=0
运维成本	cost	万元/年	down	>=0
维护费	cost	万元/年	down	>=0
采购成本	cost	万元	down	>=0
印刷成本	cost	元/份	down	>=0
成本控制数	cost	万元	down	>=0
控制数	cost	万元	down	>=0
支出控制	cost	万元	down	>=0
投资额	cost	万元	down	>=0
补贴标准	cost	元/件,元/人	equal	>=0
补助标准	cost	元/人,元/亩	equal	>=0
资助标准	cost	元/人·年	equal	>=0
发放标准	cost	元/人·月	equal	>=0
工资标准	cost	元/人·月	equal	>=0
聘请费	cost	万元	down	>=0
值班费	cost	元/人·天	down	>=0
收入	amount	万元	up	>=0
增收	amount	元/人,万元	up	>=0
产值	amount	万元	up	>=0
税收	amount	万元	up	>=0
利润	amount	万元	up	>=0
营业收入	amount	万元	up	>=0
挽回经济损失	amount	万元	up	>=0
挽回损失	amount	万元	up	>=0
带动投资	amount	万元	up	>=0
节约资金	amount	万元	up	>=0
节约成本	amount	万元	up	>=0
节支额	amount	万元	up	>=0
涉及金额	amount	万元	up	>=0
化解金额	amount	万元	up	>=0
贷款额	amount	万元	up	>=0
经济损失	amount	万元	down	>=0
完成时限	deadline	date / 天	down	>=0
完成时间	deadline	date	down	>=0
项目完成时限	deadline	date	down	>=0
办理时限	deadline	天/工作日	down	>=0
办结时限	deadline	天/工作日	down	>=0
时限	deadline	date / 天	down	>=0
期限	deadline	date / 天	down	>=0
截止时间	deadline	date	down	>=0
开工时间	deadline	date	down	>=0
竣工时间	deadline	date	down	>=0
验收时间	deadline	date	down	>=0
发放时间	deadline	date	down	>=0
支付时间	deadline	date	down	>=0
工期	deadline	天/月	down	>=0
周期	deadline	天/月	down	>=0
发放周期	deadline	月/季	down	>=0
响应时间	deadline	分钟/小时	down	>=0
平均用时	deadline	分钟/天	down	>=0
等候时间	deadline	分钟	down	>=0
办理时间	deadline	天	down	>=0
办理时长	deadline	天	down	>=0
出具时间	deadline	天	down	>=0
使用年限	duration	年	up	>=0
服务年限	duration	年	up	>=0
质保期	duration	年	up	>=0
持续时间	duration	年/月	up	>=0
有效期	duration	年	up	>=0
免费开放天数	duration	天	up	>=0
运行天数	duration	天	up	>=0
培训时长	duration	小时/学时	up	>=0
学时	duration	学时	up	>=0
课时	duration	课时	up	>=0
服务时长	duration	小时	up	>=0
及时性	qualitative		up	grade
时效性	qualitative		up	grade
及时情况	qualitative		up	grade
是否及时	qualitative		up	grade
完成情况	qualitative		up	grade
发放情况	qualitative		up	grade
执行情况	qualitative		up	grade
提高	qualitative		up	grade
提升	qualitative		up	grade
增强	qualitative		up	grade
加强	qualitative		up	grade
促进	qualitative		up	grade
推动	qualitative		up	grade
推进	qualitative		up	grade
改善	qualitative		up	grade
改进	qualitative		up	grade
优化	qualitative		up	grade
完善	qualitative		up	grade
保障	qualitative		up	grade
确保	qualitative		up	grade
保证	qualitative		up	grade
维护	qualitative		up	grade
稳定	qualitative		up	grade
规范	qualitative		up	grade
健全	qualitative		up	grade
深化	qualitative		up	grade
巩固	qualitative		up	grade
营造	qualitative		up	grade
减少	qualitative		down	grade
降低	qualitative		down	grade
预防	qualitative		up	grade
防范	qualitative		up	grade
有效	qualitative		up	grade
显著	qualitative		up	grade
明显	qualitative		up	grade
持续	qualitative		up	grade
长期	qualitative		up	grade
进一步	qualitative		up	grade
不断	qualitative		up	grade
逐步	qualitative		up	grade
较好	qualitative		up	grade
良好	qualitative		up	grade
能力	qualitative		up	grade
水平	qualitative		up	grade
意识	qualitative		up	grade
作用	qualitative		up	grade
影响	qualitative		up	grade
影响力	qualitative		up	grade
机制	qualitative		up	grade
制度	qualitative		up	grade
质量	qualitative		up	grade
环境	qualitative		up	grade
秩序	qualitative		up	grade
形象	qualitative		up	grade
积极性	qualitative		up	grade
公信力	qualitative		up	grade
稳定性	qualitative		up	grade
可持续性	qualitative		up	grade
规范性	qualitative		up	grade
合规性	qualitative		up	grade
健全性	qualitative		up	grade
完整性	qualitative		up	grade
得分	score	分	up	no
平均分	score	分	up	no
评分	score	分	up	no
考核得分	score	分	up	no
考核等次	score	等次	up	no
排名	score	名/位	down	no
名次	score	名/位	down	no
指数	score	点/分	up	no
等级	score	级	up	no
频次	frequency	次/年,次/月	up	>=0
`
