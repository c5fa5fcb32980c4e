import {confusableWords} from './confusable-words.js'

/**
 * Wrong forms that budget texts really hold, with the right ones. An entry must be wrong wherever it matches: whatever
 * else its characters may spell by chance is shut out by guards. Texts are plain (see toPlainText).
 */

/**
 * Why a form is wrong: characters of one sound (input methods) or one shape (scans, handwriting) confused, a
 * superfluous character, or a spelling given up in favour of another (a matter of style, not of meaning).
 */
export type TypoReason = 'sound' | 'shape' | 'extra' | 'variant'

export interface KnownTypo {
  wrong: string
  right: string
  reason: TypoReason
  /** Not seen in a document, but a slip of the kind that input methods and scans make. */
  likely?: boolean
  /** Characters that make other words of it: 机 behind 按装 (按装机容量), 选 before 拔付. */
  notAfter?: string
  notBefore?: string
  /** What must stand before it (tested against the text up to it) or behind it (against the text from its end). */
  before?: RegExp
  after?: RegExp
}

/** Forms that no word and no two words side by side spell. */
const unguarded: Record<TypoReason, string> = {
  sound: `
    既时率→及时率 既时完成→及时完成 既时拨付→及时拨付 急时率→及时率 产处指标→产出指标 持续影像指标→持续影响指标
    服务队象→服务对象 群总满意→群众满意 绩效自凭→绩效自评 人民调节→人民调解 法率服务→法律服务 法率援助→法律援助
    社区纠正对象→社区矫正对象 社区纠正人员→社区矫正人员 刑满施放→刑满释放 形满释放→刑满释放 动物防役→动物防疫
    退更还林→退耕还林 购制设备→购置设备 设备购制→设备购置 设备购值→设备购置 遗嘱补助→遗属补助 遗嘱生活补助→遗属生活补助
    劳物费→劳务费 公务接代→公务接待 会仪费→会议费 公用经废→公用经费 专项经废→专项经费 业务经废→业务经费
    建挡立卡→建档立卡 攻艰→攻坚 脱贫功坚→脱贫攻坚 民生事实工程→民生实事工程 常效机制→长效机制
    常治久安→长治久安 不底于→不低于 不少与→不少于 不低与→不低于 大于等与→大于等于 年低前→年底前 月低前→月底前
    时间结点→时间节点 年度予算→年度预算 部门予算→部门预算 予算执行→预算执行 予算资金→预算资金 
    园满完成→圆满完成 宣传兰→宣传栏 公示兰→公示栏
    录象→录像 摄象→摄像 帐蓬→帐篷 渲传→宣传 弘杨→弘扬 良好分围→良好氛围 浓厚分围→浓厚氛围 法治分围→法治氛围
    杜决→杜绝 正改措施→整改措施 正改落实→整改落实 应急处制→应急处置 巡罗→巡逻 住村工作队→驻村工作队
    住村第一书记→驻村第一书记 住村干部→驻村干部 招骋→招聘 班发证书→颁发证书 表章奖励→表彰奖励 表障→表彰 尉问→慰问
    衬彻→衬砌 浆彻石→浆砌石 彻筑→砌筑 混泥土→混凝土 护拦→护栏 拦杆→栏杆 历青→沥青 苗铺→苗圃 杨尘治理→扬尘治理
    司法监定→司法鉴定 陪偿→赔偿 补尝→补偿 幼儿圆→幼儿园 疏菜→蔬菜 提防工程→堤防工程 提防加固→堤防加固
    满意渡→满意度 知晓渡→知晓度 认可渡→认可度 力渡→力度 程渡→程度 额渡→额度 季渡→季度
    再册人→在册人 再校生→在校生 再校学生→在校学生 再编人员→在编人员 再职人员→在职人员 再籍学生→在籍学生
    再押人员→在押人员 预防在犯罪→预防再犯罪 减少在犯罪→减少再犯罪 降低在犯罪→降低再犯罪
    再接再励→再接再厉 在接再厉→再接再厉
    绩校评价→绩效评价 绩校目标→绩效目标 绩校管理→绩效管理 积效评价→绩效评价 积效目标→绩效目标 绩效凭价→绩效评价
    工作经废→工作经费 办公经废→办公经费 项目经废→项目经费 财证局→财政局 材政局→财政局 财证资金→财政资金
    财政姿金→财政资金 专项姿金→专项资金 津帖→津贴 生活补帖→生活补贴 租凭费→租赁费 房屋租凭→房屋租赁
    车辆租凭→车辆租赁 场地租凭→场地租赁 设备租凭→设备租赁 差率费→差旅费 差旋费→差旅费 邀纳→缴纳 带纳金→滞纳金
    住房公基金→住房公积金 政府彩购→政府采购 购卖→购买 履盖→覆盖 复盖率→覆盖率 复盖面→覆盖面 全复盖→全覆盖
    贯切落实→贯彻落实 贯撤→贯彻 撤底解决→彻底解决 沏底→彻底 布署→部署 部暑→部署 督捉→督促 捉进→促进
    稳步推近→稳步推进 络实到位→落实到位 乡村震兴→乡村振兴 乡村振新→乡村振兴 扶恤→抚恤 优扶对象→优抚对象
    走仿→走访 回仿→回访 采仿→采访 电话回防→电话回访 调察问卷→调查问卷 普察→普查 抽察→抽查
    娇正→矫正 社区校正→社区矫正 社区骄正→社区矫正 安置邦教→安置帮教 法律缓助→法律援助 法律授助→法律援助
    人民调节员→人民调解员 人民调节委员会→人民调解委员会 调节矛盾纠纷→调解矛盾纠纷 矛盾纠纷调节→矛盾纠纷调解
    纠纷调节率→纠纷调解率 纠份→纠纷 茅盾纠纷→矛盾纠纷 人民检查院→人民检察院 行政复义→行政复议 以法行政→依法行政
    执法准普法→执法谁普法 主管准负责→主管谁负责 一事一义→一事一议 政法依法行政→政府依法行政
    辩别→辨别 分辩率→分辨率 辩认→辨认 答辨→答辩 幅射→辐射 大副提→大幅提 大副度→大幅度 坐谈会→座谈会 恰谈→洽谈
    融恰→融洽 转形升级→转型升级 小形农田→小型农田 大形机械→大型机械 典形→典型 隐定→稳定 唯护→维护 维获→维护
    拉圾→垃圾 环竟→环境 环镜→环境 灌概→灌溉 钦水→饮水 蓄牧→畜牧 牲蓄→牲畜 种殖业→种植业 种殖面积→种植面积
    种殖户→种植户 水产养植→水产养殖 畜禽养植→畜禽养殖 养植业→养殖业 养植户→养殖户 生猪养植→生猪养殖
    天燃气→天然气 天然汽→天然气 煤改汽→煤改气 沼汽→沼气 供曖→供暖 取曖→取暖 农田水力→农田水利 植披→植被
    桔杆→秸秆 公倾→公顷 平方公理→平方公里 污水官网→污水管网 雨水官网→雨水管网 供水官网→供水管网
    排水官网→排水管网 供热官网→供热管网 养老保俭→养老保险 社会保俭→社会保险 医疗保俭→医疗保险 事业编置→事业编制
    行政编置→行政编制 岗位职则→岗位职责 工作职则→工作职责 因地治宜→因地制宜 因地置宜→因地制宜 一如继往→一如既往
    按步就班→按部就班 齐抓公管→齐抓共管 以点代面→以点带面 相辅相承→相辅相成 实事求事→实事求是
    持之以衡→持之以恒 群防群制→群防群治 潜移墨化→潜移默化 家谕户晓→家喻户晓 走深走时→走深走实
    提质增校→提质增效 提质曾效→提质增效 降本增校→降本增效 卓有成校→卓有成效 励行节约→厉行节约 历行节约→厉行节约
    勤检节约→勤俭节约 勤简节约→勤俭节约 奖厉→奖励 鼓厉→鼓励 激厉→激励 浪废→浪费 诀策→决策 即定目标→既定目标
    即定计划→既定计划 至力于→致力于 致关重要→至关重要 莫定基础→奠定基础 垫定基础→奠定基础 札实→扎实 充份→充分
    制做宣传→制作宣传 制做展板→制作展板 制做费→制作费 审记报告→审计报告 审记局→审计局 犯围→范围 管理条列→管理条例
    防范错施→防范措施 安全错施→安全措施 保障错施→保障措施 挡案→档案 归挡→归档 应及预案→应急预案 应及演练→应急演练
    应及救援→应急救援 消妨→消防 收益群众→受益群众 收益对象→受益对象 收益人次→受益人次 收益学生→受益学生
    收益村民→受益村民 收益职工→受益职工 招聘启示→招聘启事 平稳过度→平稳过渡 过度期→过渡期 过度安置→过渡安置
    生活必须品→生活必需品 如实反应→如实反映 客观反应→客观反映 竣功→竣工 骋请→聘请 骋用→聘用 训炼→训练 锻练→锻炼
    颠复→颠覆 渡假→度假 防碍→妨碍 尤如→犹如 编篡→编纂 名列前矛→名列前茅 融汇贯通→融会贯通 必需严格→必须严格
    必需遵守→必须遵守 必需坚持→必须坚持 给于奖励→给予奖励 给于补助→给予补助 给于支持→给予支持 给于处罚→给予处罚
    人居环竞→人居环境 三公经废→三公经费 法律职业资格考式→法律职业资格考试 自评的分→自评得分 打扮环境→打造环境`,
  shape: `
    取暧→取暖 供暧→供暖 采暧→采暖 出勒率→出勤率 执勒→执勤 知哓→知晓 水土保特→水土保持 劳务派遗→劳务派遣 铺警→辅警 铺导→辅导
    防汛抗早→防汛抗旱 樊烧→焚烧 监侧→监测 检侧→检测 预侧→预测 侧绘→测绘 堪测→勘测 堪查→勘查 堪探→勘探
    评沽→评估 仲栽→仲裁 栽决→裁决 裁植→栽植 尝还→偿还 救冶→救治 珍疗→诊疗 义珍→义诊 捡查→检查 捡验→检验 捡测→检测
    修茸→修葺 群从满意→群众满意
    批淮→批准 淮确→准确 精淮→精准 顶目名称→项目名称 顶目支出→项目支出 顶目资金→项目资金 顶目实施→项目实施
    续效目标→绩效目标 续效评价→绩效评价 尚末→尚未 年未余额→年末余额 期未余额→期末余额 冶理→治理 整冶→整治 防冶→防治
    综冶→综治 冶安→治安 冶疗→治疗 村民自冶→村民自治 根冶→根治 峻工→竣工 俊工→竣工 折迁→拆迁
    宜传活动→宣传活动 宜传教育→宣传教育 宜传资料→宣传资料 宜传栏→宣传栏 宜传册→宣传册 普法宜传→普法宣传
    刨新→创新 刨业→创业 刨建→创建 兔费提供→免费提供 兔费开放→免费开放 兔费发放→免费发放 兔费培训→免费培训
    减兔→减免 避兔→避免 豁兔→豁免 补肋→补助 资肋→资助 帮肋→帮助 救肋→救助 协肋→协助 援肋→援助 辅肋→辅助
    扶贪→扶贫 脱贪→脱贫 贪困→贫困 贫因户→贫困户 贫因人口→贫困人口 贫因学生→贫困学生 贫因家庭→贫困家庭
    因难群众→困难群众 因难家庭→困难家庭 因难职工→困难职工 因难学生→困难学生 特因人员→特困人员 特因供养→特困供养
    衍接→衔接 巩团→巩固 恐固→巩固 竖持→坚持 坚特→坚持 可特续→可持续 特续推进→持续推进 特续开展→持续开展
    深人开展→深入开展 深人贯彻→深入贯彻 深人学习→深入学习 深人推进→深入推进 深人实施→深入实施 深人基层→深入基层
    深人排查→深入排查 列人预算→列入预算 财政收人→财政收入 资金投人→资金投入 投人使用→投入使用 若千→若干
    党员千部→党员干部 千部职工→干部职工 领导千部→领导干部 法律顾间→法律顾问 慰间→慰问 阻织→组织 祖织→组织
    没施设备→设施设备 基础没施→基础设施 粉涮→粉刷 印涮→印刷 接侍→接待 简迅→简讯 完咸→完成 形咸→形成 咸本→成本
    咸效→成效 教肓→教育 培肓→培育 体肓→体育 保肓→保育 生肓→生育 釆购→采购 釆取→采取 釆用→采用 釆集→采集
    开釆→开采 苖木→苗木 疫苖→疫苗 育苖→育苗 材委会→村委会 杜区→社区 杜会效益→社会效益 杜会保障→社会保障
    杜会治安→社会治安 杜会稳定→社会稳定 平万米→平方米 立万米→立方米 联系电目→联系电话 联系电活→联系电话 医疔→医疗
    治疔→治疗 污柒→污染 基屋组织→基层组织 基屋单位→基层单位 满竟度→满意度 予盾→矛盾`,
  extra: '满意度率→满意度 满意率度→满意度 知晓度率→知晓率 覆盖面率→覆盖率 及时率性→及时率',
  variant:
    '减低率→降低率 谘询→咨询 身分证→身份证 秸杆→秸秆 签定合同→签订合同 签定协议→签订协议 异地扶贫搬迁→易地扶贫搬迁'
}

/** 帐 is the curtain; money is kept in 账 (《现代汉语词典》, 会计法). */
const books = [...'台记户号目对做挂务簿面报建坏结转专欠销查总单册核']

/** What follows the name of a rate: nothing, a mark, a number or a comparison. 合格绿 before 地 is green land. */
const endOfName = /^(?:$|[^\u4e00-\u9fff]|达|不|大于|小于|高于|低于|提高|提升|为|和|及|与|指标)/

/** Rates whose 率 is typed as 律 or 绿. */
const rates =
  '完成 及时 合格 覆盖 达标 知晓 发放 利用 使用 参与 办结 结案 准确 到位 普及 入学 就业 投诉 整改 支付 拨付 验收 ' +
  '出勤 治愈 接种 参保 犯罪 成功 完好 节约 开工 竣工 完工 调解 执行 满意 下降'

/** Qualities whose 性 is typed as 行. */
const qualities = '及时 准确 完整 合规 可持续 有效 真实 时效 针对 可操作 积极 专业 稳定 公平'

const endOfQuality =
  /^(?:$|[，。；、,.;)）%≥≤=]|[和及与][\u4e00-\u9fff]{2,4}性|得到|明显|显著|不断|增强|提高|提升|较[强高好]|达到|指标)/

const guarded: KnownTypo[] = [
  // 再/在
  {
    wrong: '在犯罪率',
    right: '再犯罪率',
    reason: 'sound',
    before: /(?:^|人员|对象|犯|员|低|少|制)$/,
    after: /^(?!方面|上|问题|较|居高)/
  },
  {wrong: '在犯率', right: '再犯率', reason: 'sound'},
  {wrong: '在就业率', right: '再就业率', reason: 'sound', before: /(?:^|失业人员|下岗人员|下岗职工)$/},
  {wrong: '在次', right: '再次', reason: 'sound', notAfter: '存所现正潜', after: /^(?:提升|发生|违法|犯罪)/},
  // 性/行 in running text
  {wrong: '专业行调解', right: '专业性调解', reason: 'sound'},
  {wrong: '专业行人民调解', right: '专业性人民调解', reason: 'sound'},
  // 制定/指定, 提高/调高
  {
    wrong: '指定',
    right: '制定',
    reason: 'sound',
    before: /(?:科学|认真|合理|研究|统筹|精心|细化|修订|修改)$/,
    after: /^[了出并]?[^,，.。;；]{0,6}?(?:规划|计划|方案|制度|措施|办法|预案|政策|规章|细则)/
  },
  {
    wrong: '调高',
    right: '提高',
    reason: 'sound',
    after:
      /^(?![^,，.。;；]{0,12}(?:标准|价|额|率|待遇|工资))[^,，.。;；、]{0,12}?(?:意识|素质|能力|积极性|满意度|知晓度|安全感|幸福感|获得感|认识|质量)/
  },
  // 已/己
  {
    wrong: '己',
    right: '已',
    reason: 'shape',
    notAfter: '自知利异律克损由体舍律为天',
    after:
      /^(?:经(?![营济费])|完成|完工|建成|建立|于\d|按|拨付|支付|全部|基本|验收|投入|达到|落实|发放|到位|开展|纳入|通过|实施|取得)/
  },
  {
    wrong: '以经',
    right: '已经',
    reason: 'sound',
    after: /^(?:完成|建成|开展|形成|实施|达到|取得|成为|全部|基本|落实|发放|拨付)/
  },
  {wrong: '予已', right: '予以', reason: 'sound', notAfter: '给授赋寄赠', after: /^(?!经|于|故|死)/},
  // 即/既
  {
    wrong: '既使',
    right: '即使',
    reason: 'sound',
    after: /^(?![^。；;]*[又更且])[^。；;]{0,30}[也都仍]/
  },
  {wrong: '即要', right: '既要', reason: 'sound', notAfter: '立随当', after: /^[^。；;]{1,20}[又也]要/},
  {wrong: '即能', right: '既能', reason: 'sound', notAfter: '立随当', after: /^[^。；;]{1,20}[又也]能/},
  {wrong: '即然', right: '既然', reason: 'sound', notAfter: '立随'},
  // 安/按
  {wrong: '按装', right: '安装', reason: 'sound', notBefore: '机订修备配载卸箱置运饰帧袋入货车药容满量潢甲'},
  {wrong: '按排', right: '安排', reason: 'sound', notBefore: '名放序水列查污期班灌队除气量涝风练他比版'},
  {wrong: '按置', right: '安置', reason: 'sound', notBefore: '换信于入备业顶'},
  {
    wrong: '安时',
    right: '按时',
    reason: 'sound',
    notAfter: '公平长治西保',
    after: /^(?:完成|发放|拨付|足额|支付|办结)/
  },
  {
    wrong: '安期',
    right: '按期',
    reason: 'sound',
    notAfter: '公平长治西保',
    after: /^(?:完成|完工|办结|支付)/
  },
  // 拔/拨
  {wrong: '拔付', right: '拨付', reason: 'shape', notAfter: '选提海'},
  {wrong: '拔款', right: '拨款', reason: 'shape', notAfter: '选提海'},
  {wrong: '拔打', right: '拨打', reason: 'shape', notAfter: '选提'},
  {wrong: '划拔', right: '划拨', reason: 'shape', notAfter: '计规策区', notBefore: '尖'},
  {wrong: '核拔', right: '核拨', reason: 'shape', notAfter: '考'},
  {wrong: '调拔', right: '调拨', reason: 'shape', notAfter: '强协'},
  {wrong: '下拔', right: '下拨', reason: 'shape', notAfter: '地', after: /^(?:资金|到|补助|的|经费|至|专项)/},
  // 淮/准, 末/未, 日/目
  {wrong: '标淮', right: '标准', reason: 'shape', notBefore: '河北南安海'},
  {wrong: '核淮', right: '核准', reason: 'shape', notBefore: '河北南安海'},
  {wrong: '水淮', right: '水准', reason: 'shape', notAfter: '泗引治调供', notBefore: '河北南安海'},
  {wrong: '基淮', right: '基准', reason: 'shape', notBefore: '河北南安海'},
  {wrong: '淮备', right: '准备', reason: 'shape', notAfter: '江两黄'},
  {
    wrong: '末',
    right: '未',
    reason: 'shape',
    before: /(?:^|[，。；：、（(,;]|[但仍并因若如])$/,
    after: /^(?:完成|按时|按期|达到|达标|开展|支付|使用|落实|通过|实现|纳入|发现|发生)/
  },
  {wrong: '绩效日标', right: '绩效目标', reason: 'shape', notBefore: '准'},
  {wrong: '总体日标', right: '总体目标', reason: 'shape', notBefore: '准'},
  {wrong: '年度日标', right: '年度目标', reason: 'shape', notBefore: '准'},
  {wrong: '法冶', right: '法治', reason: 'shape', notBefore: '炼金'},
  // 间/问, 入/人, 村/材
  {wrong: '间题', right: '问题', reason: 'shape', notAfter: '期时空中车房夜晚课民世年门之', notBefore: '材'},
  {wrong: '间卷', right: '问卷', reason: 'shape', notAfter: '期时空中车房年之'},
  {wrong: '间责', right: '问责', reason: 'shape', notAfter: '期时空中车房年民门', notBefore: '任令成'},
  {
    wrong: '纳人',
    right: '纳入',
    reason: 'shape',
    notAfter: '采缴容接',
    after: /^(?:预算|考核|管理|规划|计划|范围)/
  },
  {wrong: '非税收人', right: '非税收入', reason: 'shape', notBefore: '员'},
  {wrong: '行政材', right: '行政村', reason: 'shape', notBefore: '料质'},
  {wrong: '农材', right: '农村', reason: 'shape', notBefore: '料质', notAfter: '支助惠'},
  {wrong: '乡材', right: '乡村', reason: 'shape', notBefore: '料质', notAfter: '下返'},
  {wrong: '建咸', right: '建成', reason: 'shape', notBefore: '阳宁丰安'},
  {wrong: '达咸', right: '达成', reason: 'shape', notBefore: '阳宁丰安'},
  {wrong: '坏境', right: '环境', reason: 'shape', notAfter: '破损败毁', notBefore: '内外'},
  {wrong: '通迅', right: '通讯', reason: 'shape', notBefore: '速捷猛疾'},
  {wrong: '快迅', right: '快讯', reason: 'shape', notBefore: '速捷猛疾'},
  {wrong: '万无', right: '万元', reason: 'sound', before: /\d$/, after: /^(?:$|[，。；、,.;)）])/},
  {wrong: '问道', right: '河道', reason: 'shape', after: /^(?:长度|清淤|整治|保洁|疏浚|护岸)/},
  // Homophones that need a look around
  {wrong: '股分', right: '股份', reason: 'sound', notAfter: '折', notBefore: '红配给到'},
  {wrong: '堪察', right: '勘察', reason: 'shape', notAfter: '不', notBefore: '加'},
  {wrong: '为民办事实', right: '为民办实事', reason: 'sound', notBefore: '施行现'},
  {wrong: '另星', right: '零星', reason: 'sound', notBefore: '期级'},
  {wrong: '付局长', right: '副局长', reason: 'sound', notAfter: '支给交拨应'},
  {wrong: '付县长', right: '副县长', reason: 'sound', notAfter: '支给交拨应'},
  {wrong: '付镇长', right: '副镇长', reason: 'sound', notAfter: '支给交拨应'},
  {wrong: '付组长', right: '副组长', reason: 'sound', notAfter: '支给交拨应'},
  {wrong: '付书记', right: '副书记', reason: 'sound', notAfter: '支给交拨应'},
  {
    wrong: '实效指标',
    right: '时效指标',
    reason: 'sound',
    before: /^(?:\d{1,2}[-、.])?$/,
    after: /^(?:$|[(（:：\d])/
  },
  {
    wrong: '对像',
    right: '对象',
    reason: 'sound',
    before:
      /(?:服务|补助|救助|矫正|保障|帮扶|受益|培训|工作|资助|享受|低保|评价|调查|援助|发放|执法|监管|优抚)$/
  },
  {
    wrong: '已上',
    right: '以上',
    reason: 'sound',
    before: /\d%?(?:人|次|个|件|户|场|分)?$/,
    after: /^(?:$|[，。；、,;)）])/
  },
  {
    wrong: '已下',
    right: '以下',
    reason: 'sound',
    before: /\d%?(?:人|次|个|件|户|场|分)?$/,
    after: /^(?:$|[，。；、,;)）])/
  },
  {
    wrong: '已内',
    right: '以内',
    reason: 'sound',
    before: /\d%?(?:天|日|元|万元|人|次|个|件|小时)?$/,
    after: /^(?:$|[，。；、,;)）])/
  },
  {wrong: '月低', right: '月底', reason: 'sound', before: /\d$/, after: /^(?:$|完成|之?前|[，。；、,;)）])/},
  {wrong: '月未', right: '月末', reason: 'shape', before: /\d$/, after: /^(?:$|之?前|[，。；、,;)）])/},
  {wrong: '季度未', right: '季度末', reason: 'shape', after: /^(?:$|之?前|[，。；、,;)）])/},
  {wrong: '修善', right: '修缮', reason: 'sound', notAfter: '整维检抢自', notBefore: '后'},
  {wrong: '退体', right: '退休', reason: 'shape', notBefore: '育制'},
  {wrong: '防讯', right: '防汛', reason: 'sound', notAfter: '国消边', notBefore: '息问号'},
  {wrong: '讯期', right: '汛期', reason: 'sound', notAfter: '通资简快', notBefore: '刊间'},
  {wrong: '辅设', right: '铺设', reason: 'shape', notBefore: '备施计'},
  {wrong: '侧量', right: '测量', reason: 'shape', notAfter: '两左右外内单双东西南北一'},
  {
    wrong: '培训办',
    right: '培训班',
    reason: 'sound',
    before: /(?:举办|开办|举行)[^,，。;；、]{0,10}$/,
    after: /^(?:$|[^\u4e00-\u9fff]|期|次数|数量|场|的?次)/
  },
  {
    wrong: '不良应',
    right: '不良反应',
    reason: 'extra',
    after: /^(?:报告|监测|率|事件|发生|症|数|每|情况|病例|上报)/
  },
  {wrong: '防犯', right: '防范', reason: 'sound', notAfter: '预', notBefore: '罪法规错人'},
  {
    wrong: '建全',
    right: '健全',
    reason: 'sound',
    notAfter: '新创共改扩搭构修兴筹组',
    after: /^(?:制度|机制|体系|完善|组织|规章|内控|和完善|长效|财务)/
  },
  {wrong: '授与', right: '授予', reason: 'sound', notAfter: '教讲传函面'},
  {wrong: '赋与', right: '赋予', reason: 'sound', notAfter: '天禀词诗'},
  {wrong: '惯彻', right: '贯彻', reason: 'sound', notBefore: '底夜'},
  {wrong: '保彰', right: '保障', reason: 'sound', notBefore: '显'},
  {wrong: '抚贫', right: '扶贫', reason: 'sound', notBefore: '困穷'},
  {wrong: '信仿', right: '信访', reason: 'sound', notBefore: '冒真照制佛', notAfter: '短微通'},
  {wrong: '排察', right: '排查', reason: 'sound', notAfter: '安'},
  {wrong: '核察', right: '核查', reason: 'sound', notAfter: '考审'},
  {wrong: '邦扶', right: '帮扶', reason: 'sound', notAfter: '友联盟'},
  {wrong: '邦助', right: '帮助', reason: 'sound', notAfter: '友联盟'},
  {wrong: '依法制国', right: '依法治国', reason: 'sound', notBefore: '家际标'},
  {wrong: '竟争', right: '竞争', reason: 'shape', notAfter: '究毕'},
  {wrong: '竟赛', right: '竞赛', reason: 'shape', notAfter: '究毕'},
  {wrong: '竟标', right: '竞标', reason: 'shape', notAfter: '究毕'},
  {wrong: '竟聘', right: '竞聘', reason: 'shape', notAfter: '究毕'},
  {wrong: '究竞', right: '究竟', reason: 'shape', notAfter: '研', notBefore: '赛争标聘技价选'},
  {wrong: '辨护', right: '辩护', reason: 'sound', notAfter: '分'},
  {wrong: '辨论', right: '辩论', reason: 'sound', notAfter: '分鉴'},
  {wrong: '类形', right: '类型', reason: 'sound', notBefore: '成式势象状态'},
  {wrong: '维隐', right: '维稳', reason: 'sound', notBefore: '患形蔽私'},
  {wrong: '积级', right: '积极', reason: 'sound', notAfter: '累面体容'},
  {wrong: '曾强', right: '增强', reason: 'sound', notBefore: '调烈制行'},
  {wrong: '决择', right: '抉择', reason: 'sound', notAfter: '解', notBefore: '校业'},
  {wrong: '登计', right: '登记', reason: 'sound', notBefore: '划量'},
  {wrong: '规犯', right: '规范', reason: 'sound', notAfter: '违法', notBefore: '罪错'},
  {wrong: '赋能曾效', right: '赋能增效', reason: 'sound'},
  {
    wrong: '病',
    right: '并',
    reason: 'sound',
    notAfter: '疾患治看防因疫传慢核职性毛大重生得发老脏管炎热尿血肝肾肺压诊检查的犬瘟虫害诸弊染种痨痛心眼',
    after: /^(?:督促|予以|签订|出具|报送|组织实施|形成报告)/
  },
  {wrong: '遵法', right: '尊法', reason: 'variant', after: /^[、,，]?学法/},
  // 截至 is "up to", 截止 is "closed"
  {
    wrong: '截止',
    right: '截至',
    reason: 'variant',
    before: /(?:^|[^名报理记费标动至日时请票收])$/,
    after:
      /^(?:20\d\d年|\d{1,2}月|目前|年底|本年|当前|现在|报告期)(?![^，。；,;]{0,12}(?:截止|为止|报名|申报))/
  },
  {wrong: '部份', right: '部分', reason: 'variant', notBefore: '额数量'},
  {wrong: '成份', right: '成分', reason: 'variant', notAfter: '完达', notBefore: '额数量股'},
  {wrong: '水份', right: '水分', reason: 'variant', notAfter: '供用', notBefore: '额数量'},
  {wrong: '养份', right: '养分', reason: 'variant', notBefore: '额数量'}
]

/** The typos of this file; what is found in confusable-words.ts too has its guards from here. */
export const curatedTypos: readonly KnownTypo[] = [
  ...(Object.entries(unguarded) as [TypoReason, string][]).flatMap(([reason, pairs]) =>
    readPairs(pairs, reason)
  ),
  ...books.map((word): KnownTypo => bookkeeping(word)),
  ...rates.split(' ').flatMap((stem) =>
    ['律', '绿'].map((wrong): KnownTypo => ({
      wrong: stem + wrong,
      right: `${stem}率`,
      reason: 'sound',
      after: endOfName
    }))
  ),
  ...qualities.split(' ').map((stem): KnownTypo => ({
    wrong: `${stem}行`,
    right: `${stem}性`,
    reason: 'sound',
    after: endOfQuality
  })),
  ...guarded
]

/** All known typos, each wrong form once. They are many: to look for them there is an index, see find-typos.ts. */
export function readKnownTypos(): KnownTypo[] {
  const found = new Map(curatedTypos.map((typo) => [typo.wrong, typo]))
  for (const entry of confusableEntries)
    for (const typo of readConfusable(entry)) if (!found.has(typo.wrong)) found.set(typo.wrong, typo)
  return [...found.values()]
}

/** The entries of confusable-words.ts, e.g. `培(陪)训[川]`. */
export const confusableEntries: readonly string[] = confusableWords.trim().split(/\s+/)

/** The typos of one entry of confusable-words.ts. */
export function readConfusable(entry: string): KnownTypo[] {
  const right = entry.replace(/[([][^)\]]*[)\]]/g, '')
  const found: KnownTypo[] = []
  let at = -1
  let reason: TypoReason | undefined
  for (const character of entry) {
    if (character === '(') reason = 'sound'
    else if (character === '[') reason = 'shape'
    else if (character === ')' || character === ']') reason = undefined
    else if (!reason) at++
    else
      found.push({wrong: right.slice(0, at) + character + right.slice(at + 1), right, reason, likely: true})
  }
  return found
}

function readPairs(pairs: string, reason: TypoReason): KnownTypo[] {
  return pairs
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [wrong = '', right = ''] = pair.split('→')
      return {wrong, right, reason}
    })
}

/** 台帐, 帐户: the curtain stands first in some words and last in others. */
function bookkeeping(word: string): KnownTypo {
  const isFirst = '户号目务簿面单册'.includes(word)
  const [wrong, right] = isFirst ? [`帐${word}`, `账${word}`] : [`${word}帐`, `${word}账`]
  return {wrong, right, reason: 'variant', ...(!isFirst && {notBefore: '篷幕'})}
}
