/**
 * Units of targets. One unit a line; columns parted by tabs: unit, dimension, whole numbers only (yes or empty), other
 * spellings (parted by |).
 */
export const unitTable = `
个	count	yes	个数
件	count	yes	
次	count	yes	回|遍
份	count	yes	
套	count	yes	
台	count	yes	
辆	count	yes	
项	count	yes	
篇	count	yes	
册	count	yes	
本	count	yes	
条	count	yes	
张	count	yes	
块	count	yes	
幅	count	yes	
面	count	yes	
只	count	yes	
头	count	yes	
匹	count	yes	
羽	count	yes	
株	count	yes	
棵	count	yes	
盏	count	yes	
根	count	yes	
支	count	yes	
枚	count	yes	
把	count	yes	
架	count	yes	
艘	count	yes	
部	count	yes	
门	count	yes	
间	count	yes	
栋	count	yes	
幢	count	yes	
座	count	yes	
处	count	yes	
所	count	yes	
家	count	yes	
户	count	yes	
口	count	yes	
名	count	yes	名人员
位	count	yes	
人	count	yes	人员
批	count	yes	
组	count	yes	
队	count	yes	
班	count	yes	
期	count	yes	
场	count	yes	
届	count	yes	
例	count	yes	
起	count	yes	
宗	count	yes	
笔	count	yes	
单	count	yes	
卷	count	yes	
盒	count	yes	
箱	count	yes	
包	count	yes	
袋	count	yes	
瓶	count	yes	
桶	count	yes	
车	count	yes	
趟	count	yes	
节	count	yes	
课	count	yes	
类	count	yes	
种	count	yes	
款	count	yes	
级	count	yes	
层	count	yes	
段	count	yes	
道	count	yes	
点	count	yes	
片	count	yes	
眼	count	yes	
孔	count	yes	
站	count	yes	
县	count	yes	
乡	count	yes	
镇	count	yes	
村	count	yes	
社区	count	yes	
人次	count	yes	
批次	count	yes	
场次	count	yes	
班次	count	yes	
件次	count	yes	
台次	count	yes	
户次	count	yes	
车次	count	yes	
座次	count	yes	
课次	count	yes	
架次	count	yes	
套次	count	yes	
台(套)	count	yes	
台/套	count	yes	台套
个/台/套/件	count	yes	
%	ratio	no	％|百分比|百分之|percent
‰	ratio	no	千分比|千分之
个百分点	ratio	no	百分点|pct
1/10万	ratio	no	/10万|每十万|十万分之
1/万	ratio	no	万分之|‱
倍	ratio	no	
折	ratio	no	
元	money	no	人民币元|RMB|圆
万元	money	no	万|万人民币
亿元	money	no	亿
千元	money	no	
百万元	money	no	
元/人	money	no	元/人员|元每人
元/人年	money	no	元/人·年|元/人/年|元/年/人
元/人月	money	no	元/人·月|元/人/月
元/人天	money	no	元/人·天|元/人/天|元/人·日
元/件	money	no	元/案
元/次	money	no	
元/份	money	no	元/册
元/个	money	no	
元/台	money	no	元/套
元/期	money	no	元/班
元/场	money	no	
元/户	money	no	
元/亩	money	no	
元/平方米	money	no	元/㎡|元/m²|元/平米
元/米	money	no	
元/公里	money	no	元/km|元/千米
元/吨	money	no	
元/年	money	no	
元/月	money	no	
元/天	money	no	元/日
元/小时	money	no	
元/标箱	money	no	
万元/年	money	no	
万元/公里	money	no	万元/km|万元/千米
万元/个	money	no	
万元/亩	money	no	
美元	money	no	USD
年	time	no	年度
季度	time	no	季
月	time	no	个月|月份
个月	time	no	月
周	time	no	星期
天	time	no	日|自然日
工作日	time	no	个工作日
小时	time	no	h|时
分钟	time	no	分|min
秒	time	no	s
学时	time	no	
课时	time	no	
年/次	time	no	
月底	time	no	月末
年底	time	no	年末
日前	time	no	前
次/年	frequency	no	
次/季	frequency	no	
次/月	frequency	no	
次/周	frequency	no	
次/天	frequency	no	
期/年	frequency	no	
场/年	frequency	no	
件/年	frequency	no	
人次/年	frequency	no	
人/天	frequency	no	
人/年	frequency	no	
件/人	frequency	no	
次/人	frequency	no	
小时/天	frequency	no	
份/月	frequency	no	
个/月	frequency	no	
个/年	frequency	no	
篇/年	frequency	no	
件/天	frequency	no	
平方米	measure	no	㎡|m²|m2|平米|平方
平方公里	measure	no	km²|km2
亩	measure	no	
万亩	measure	no	
公顷	measure	no	ha|hm²
米	measure	no	m|M
公里	measure	no	千米|km|KM
厘米	measure	no	cm
毫米	measure	no	mm
立方米	measure	no	m³|m3|方
万立方米	measure	no	
升	measure	no	L
毫升	measure	no	ml
吨	measure	no	t
万吨	measure	no	
公斤	measure	no	千克|kg|KG
斤	measure	no	
克	measure	no	g
千瓦	measure	no	kW
千瓦时	measure	no	度|kWh
兆瓦	measure	no	MW
吨标准煤	measure	no	tce
微克/立方米	measure	no	μg/m³
毫克/升	measure	no	mg/L
分贝	measure	no	dB
GB	measure	no	G|千兆
TB	measure	no	
Mbps	measure	no	M|兆
摄氏度	measure	no	℃
分	score	no	
星	score	no	
等次	score	no	档|等级
名次	score	no	位
条/公里	score	no	
万人	count_scaled	no	
万人次	count_scaled	no	
万份	count_scaled	no	
万件	count_scaled	no	
万次	count_scaled	no	
万户	count_scaled	no	
百人	count_scaled	no	
千人	count_scaled	no	
`
