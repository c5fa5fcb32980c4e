import assert from 'node:assert/strict'
import type {Form, Indicator} from '../../shared/tree/nodes.js'
import {recognise} from '../../shared/tree/recognise.js'
import {childrenOf} from '../../shared/tree/resolve-form.js'
import {readLiteral, sheet, type WorkbookLiteral} from '../../shared/workbook/sheet-literal.js'

function formsOf(literal: WorkbookLiteral): Form[] {
  return recognise(readLiteral(literal)).children.flatMap(({children}) => children)
}

function onlyForm(literal: WorkbookLiteral): Form {
  const forms = formsOf(literal)
  assert.equal(forms.length, 1)
  return forms[0] as Form
}

const indicatorsOf = (form: Form): Indicator[] => childrenOf(form, 'indicator')
const outline = (form: Form): string[] =>
  indicatorsOf(form).map(
    ({levelOne = '-', levelTwo = '-', name, target}) =>
      `${levelOne}/${levelTwo} ${name?.text ?? ''}: ${target?.text ?? ''}`
  )
const goals = (form: Form): string[] => childrenOf(form, 'goal').map(({text}) => text.text)
const money = (form: Form): (string | number | undefined)[][] =>
  childrenOf(form, 'funds').flatMap(({children}) =>
    children.map(({key, amounts}) => [key, amounts[0]?.amount])
  )

describe('recognising published layouts: headings and columns', () => {
  it('reads goals in three levels, from what is put in to what lasts', () => {
    const form = onlyForm(sheet`
      项目支出绩效目标表（2023年度）
      项目名称：社区体育设施更新
      分解目标 | < | < | <
      一级目标 | 二级目标 | 三级目标 | 目标值
      投入和管理目标 | 投入管理 | 专款专用率 | 100%
      产出目标 | 数量目标 | 更新健身点数量 | ≥20个
      ^ | 时效目标 | 更新完成时间 | 2023年11月底前
      效果目标 | 社会效益目标 | 受益居民人数 | ≥3万人
      ^ | 满意度目标 | 居民满意度 | ≥85%
      影响力目标 | 长效管理目标 | 设施巡检次数 | ≥12次
      ^ | 信息共享 | 信息发布数量 | ≥50条
    `)
    assert.deepEqual(outline(form), [
      '-/- 专款专用率: 100%',
      'output/quantity 更新健身点数量: ≥20个',
      'output/timeliness 更新完成时间: 2023年11月底前',
      'benefit/social-benefit 受益居民人数: ≥3万人',
      'benefit/satisfaction 居民满意度: ≥85%',
      'benefit/sustainability 设施巡检次数: ≥12次',
      'benefit/- 信息发布数量: ≥50条'
    ])
  })

  it('keeps what a monitoring form says of half a year apart from what is final', () => {
    const form = onlyForm(sheet`
      项目支出绩效目标执行监控表
      （2024年度）
      项目名称 | 乡村教师培训 | < | < | < | < | < | < | < | <
      项目资金（万元） |  | 年初预算数 | < | 1-7月执行数 | 1-7月执行率 | < | < | 全年预计执行数 | <
      ^ | 年度资金总额： | #80 | < | #45 | 56.25% | < | < | #80 | <
      ^ | 其他资金 | #0 | < | #0 | | < | < | #0 | <
      年度总体目标 | 培训乡村教师300人。 | < | < | < | < | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年预计完成情况 | 偏差原因分析 | < | 完成目标可能性 | <
      ^ | ^ | ^ | ^ | ^ | ^ | 经费保障 | 制度保障 | 确定能 | 有可能
      产出指标 | 数量指标 | 培训教师人数 | ≥300人 | 180人 | 300人 | | | √ |
      满意度指标 | 服务对象满意度指标 | 教师满意度 | ≥90% | 92% | 92% | | | √ |
    `)
    assert.equal(form.kind, 'project')
    assert.deepEqual(
      indicatorsOf(form).map(({target, actual, progress}) => [target?.text, actual?.text, progress?.text]),
      [
        ['≥300人', undefined, '180人'],
        ['≥90%', undefined, '92%']
      ]
    )
    assert.deepEqual(money(form), [
      ['total', 80],
      ['other', 0]
    ])
    assert.deepEqual(goals(form), ['培训乡村教师300人。'])
  })

  it('takes 完成值 for an interim value where the title says it is monitoring', () => {
    const form = onlyForm(sheet`
      2024年上半年绩效运行监控表
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 完成值
      产出指标 | 数量指标 | 保洁河道长度 | ≥60公里 | 30公里
    `)
    assert.equal(form.kind, 'project')
    const [indicator] = indicatorsOf(form)
    assert.deepEqual([indicator?.actual, indicator?.progress?.text], [undefined, '30公里'])
  })

  it('takes the year before half of it and before a period of several years', () => {
    const half = onlyForm(sheet`
      2024年度项目支出绩效目标表
      一级指标 | 二级指标 | 三级指标 | 半年（程）目标 | 全年（程）目标
      产出指标 | 数量指标 | 集中教育次数 | ≥6次 | ≥12次
    `)
    assert.deepEqual(outline(half), ['output/quantity 集中教育次数: ≥12次'])
    const period = onlyForm(sheet`
      2024年度项目支出绩效目标表
      一级指标 | 二级指标 | 三级指标 | 中期目标值 | 年度目标值
      产出指标 | 数量指标 | 修建道路里程 | ≥30公里 | ≥10公里
    `)
    assert.deepEqual(outline(period), ['output/quantity 修建道路里程: ≥10公里'])
    const history = onlyForm(sheet`
      2024年度绩效目标申报表
      目标名称 | 一级指标 | 二级指标 | 指标名称 | 指标值 | < | < | 绩效标准
      ^ | ^ | ^ | ^ | 近两年指标值 | < | 预期当年实现值 | ^
      ^ | ^ | ^ | ^ | 前年 | 上年 | ^ | ^
      年度绩效目标1 | 产出指标 | 数量指标 | 管养绿地面积 | 48万平方米 | 49万平方米 | 50万平方米 | 计划标准
    `)
    assert.deepEqual(outline(history), ['output/quantity 管养绿地面积: 50万平方米'])
  })

  it('reads columns of targets headed by districts alone, but no column of words', () => {
    const form = onlyForm(sheet`
      2024年区域绩效目标表
      区域 | 清河市 | 云川县 | 合计
      年度金额（万元） | #800 | #600 | #1400
      一级指标 | 二级指标 | 三级指标 | 清河市 | 云川县 | 佐证
      产出指标 | 数量指标 | 治理河长 | 12公里 | 8公里 | 竣工图
      满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | ≥90% | 问卷
    `)
    assert.deepEqual(
      indicatorsOf(form).map(({targets}) => targets.map(({part}) => part.text)),
      [
        ['12公里', '8公里'],
        ['≥90%', '≥90%']
      ]
    )
  })

  it('names indicators by the finest level that is filled in', () => {
    const form = onlyForm(sheet`
      部门整体支出绩效目标表（2024年度）
      一级指标 | 二级指标 | 三级指标 | 四级指标 | 指标值
      产出指标 | 数量指标 | 培训 | 培训期数 | ≥5期
      ^ | ^ | ^ | 培训人数 | ≥300人
      效益指标 | 社会效益指标 | 新增就业人数 | | ≥200人
    `)
    assert.deepEqual(
      indicatorsOf(form).map(({name}) => name?.text),
      ['培训期数', '培训人数', '新增就业人数']
    )
  })

  it('reads targets below a heading that only says 年度目标, in a self-evaluation of two heading rows', () => {
    const form = onlyForm(sheet`
      2023年度部门整体绩效自评表
      一级指标 | 二级指标 | 三级指标 | 年度目标 | < | < | 完成情况 | < | 得分
      ^ | ^ | ^ | 对比符号 | 目标值 | 计量单位 | 实际值 | 偏差说明 | ^
      产出指标 | 数量指标 | 开展监测次数 | ≥ | 12 | 次 | 11 | 设备检修 | 50
    `)
    const [indicator] = indicatorsOf(form)
    assert.deepEqual(
      [
        indicator?.value.comparator,
        indicator?.value.number,
        indicator?.actual?.text,
        indicator?.deviation?.text
      ],
      ['≥', 12, '11', '设备检修']
    )
    const halves = onlyForm(sheet`
      2023年度绩效自评表
      一级指标 | 二级指标 | 三级指标 | 指标值 | < | 完成值 | < | 得分
      ^ | ^ | ^ | 上半年 | 全年 | 上半年 | 全年 | ^
      产出指标 | 数量指标 | 检查次数 | 10次 | 20次 | 11次 | 22次 | 50
    `)
    const [whole] = indicatorsOf(halves)
    assert.deepEqual([whole?.target?.text, whole?.actual?.text], ['20次', '22次'])
  })

  it('takes where a target comes from for no target', () => {
    const form = onlyForm(sheet`
      项目支出绩效目标表（2024年度）
      一级指标 | 二级指标 | 三级指标 | 绩效指标值设定依据及指标值数据来源 | 指标值
      产出指标 | 数量指标 | 补贴农机具台数 | 年度计划 | ≥500台
    `)
    const [indicator] = indicatorsOf(form)
    assert.deepEqual([indicator?.target?.text, indicator?.basis?.text], ['≥500台', '年度计划'])
  })

  it('reads classes of both levels in one column, and second levels alone', () => {
    const joined = onlyForm(sheet`
      市级专项资金绩效目标表
      序号 | 指标类别 | 指标名称 | 目标值
      1 | 产出指标-数量指标 | 举办节会数量 | ≥3场
      2 | 效益指标-经济效益指标 | 带动旅游收入 | ≥2000万元
      3 | 满意度指标 | 游客满意度 | ≥90%
    `)
    assert.deepEqual(outline(joined), [
      'output/quantity 举办节会数量: ≥3场',
      'benefit/economic-benefit 带动旅游收入: ≥2000万元',
      'satisfaction/satisfaction 游客满意度: ≥90%'
    ])
    const second = onlyForm(sheet`
      2024年项目绩效目标表
      序号 | 二级指标 | 三级指标 | 指标值
      1 | 数量指标 | 供氧设备台数 | 60台
      2 | 社会效益指标 | 受益干部人数 | 300人
    `)
    assert.deepEqual(outline(second), [
      'output/quantity 供氧设备台数: 60台',
      'benefit/social-benefit 受益干部人数: 300人'
    ])
  })

  it('joins sign, number and unit below one wide heading', () => {
    const form = onlyForm(sheet`
      项目支出绩效目标表（2024年度）
      一级指标 | 二级指标 | 三级指标 | 指标值 | < | <
      产出指标 | 数量指标 | 培训期数 | ≥ | 5 | 期
      效益指标 | 社会效益指标 | 就业人数 | ≥ | 200 | 人
    `)
    assert.deepEqual(
      indicatorsOf(form).map(({value}) => [value.comparator, value.number, value.unit]),
      [
        ['≥', 5, '期'],
        ['≥', 200, '人']
      ]
    )
  })

  it('reads a list of projects below a heading that stands over the levels', () => {
    const forms = formsOf(sheet`
      2024年部门预算项目绩效目标批复表
      项目编码 | 项目名称 | 项目金额 | 绩效目标 | 绩效指标 | < | < | <
      ^ | ^ | ^ | ^ | 一级指标 | 二级指标 | 三级指标 | 指标值
      A01 | 智慧灯杆 | #120 | 建设灯杆。 | 产出指标 | 数量指标 | 建设灯杆数量 | ≥60根
      A02 | 数据中心 | #300 | 运维数据中心。 | 产出指标 | 质量指标 | 系统可用率 | ≥99%
    `)
    assert.deepEqual(
      forms.map((form) => [form.projectName?.value, goals(form), money(form), outline(form)]),
      [
        ['智慧灯杆', ['建设灯杆。'], [['total', 120]], ['output/quantity 建设灯杆数量: ≥60根']],
        ['数据中心', ['运维数据中心。'], [['total', 300]], ['output/quality 系统可用率: ≥99%']]
      ]
    )
  })

  it('tells the label of a table from the column of names', () => {
    const labelled = onlyForm(sheet`
      2024年项目支出绩效目标表
      指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
      绩效指标 | 产出指标 | 产出数量 | 补贴调解员人数 | ≥150人
      ^ | 满意度指标 | 服务对象满意度 | 当事人满意度 | ≥90%
    `)
    assert.deepEqual(outline(labelled), [
      'output/quantity 补贴调解员人数: ≥150人',
      'satisfaction/satisfaction 当事人满意度: ≥90%'
    ])
    const activities = onlyForm(sheet`
      部门整体支出绩效目标申报表
      总体资金情况（万元） | 预算支出总额 | 财政拨款 | 专户资金 | 单位资金
      ^ | #1200.5 | #1100.5 | #0 | #100
      活动 | 绩效指标 | 指标性质 | 绩效指标值 | 绩效度量单位
      预报服务 | 短期预报准确率 | ≥ | 88 | %
      观测业务 | 观测站点数量 | ≥ | 120 | 个
    `)
    assert.deepEqual(outline(activities), ['-/- 短期预报准确率: 88', '-/- 观测站点数量: 120'])
    assert.deepEqual(money(activities), [
      ['total', 1200.5],
      ['fiscal', 1100.5],
      ['special-account', 0],
      ['own', 100]
    ])
  })
})

describe('recognising published layouts: several tables', () => {
  it('reads two forms side by side, also below one title', () => {
    const forms = formsOf(sheet`
      2024年项目支出绩效目标表 | < | < | < | < | < | < | < | <
      项目名称 | 图书采购 | < | < | | 项目名称 | 展览 | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值 | | 一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 采购图书册数 | ≥8000册 | | 产出指标 | 数量指标 | 举办展览场次 | ≥10场
      满意度指标 | 服务对象满意度指标 | 读者满意度 | ≥90% | | 满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥90%
    `)
    assert.deepEqual(
      forms.map((form) => [form.projectName?.value, outline(form)]),
      [
        ['图书采购', ['output/quantity 采购图书册数: ≥8000册', 'satisfaction/satisfaction 读者满意度: ≥90%']],
        ['展览', ['output/quantity 举办展览场次: ≥10场', 'satisfaction/satisfaction 观众满意度: ≥90%']]
      ]
    )
  })
})

describe('recognising published layouts: lost merges and shifted tables', () => {
  it('reads lists, signs and continued classes whose merges were lost', () => {
    const forms = formsOf(sheet`
      2024年部门预算项目绩效目标批复表
      项目编码 | 项目名称 | 项目金额 | 绩效目标 | 绩效指标 | | |
       | | | | 一级指标 | 二级指标 | 三级指标 | 指标值
      A01 | 智慧灯杆 | #120 | 建设灯杆。 | 产出指标 | 数量指标 | 建设灯杆数量 | ≥60根
    `)
    assert.deepEqual(
      forms.map((form) => [form.projectName?.value, goals(form), outline(form)]),
      [['智慧灯杆', ['建设灯杆。'], ['output/quantity 建设灯杆数量: ≥60根']]]
    )
    const signs = onlyForm(sheet`
      项目支出绩效目标表（2024年度）
      一级指标 | 二级指标 | 三级指标 | 指标值 | |
      产出指标 | 数量指标 | 培训期数 | ≥ | 5 | 期
    `)
    assert.deepEqual(
      indicatorsOf(signs).map(({value}) => [value.comparator, value.number, value.unit]),
      [['≥', 5, '期']]
    )
    const continued = onlyForm(sheet`
      项目支出绩效目标表（2024年度）
      产出指标 | 数量指标 | 培训期数 | ≥5期
       | | 培训人数 | ≥300人
      满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90%
    `)
    assert.deepEqual(outline(continued), [
      'output/quantity 培训期数: ≥5期',
      'output/quantity 培训人数: ≥300人',
      'satisfaction/satisfaction 学员满意度: ≥90%'
    ])
  })

  it('finds the money of a table that begins in another column', () => {
    const form = onlyForm(sheet`
       | | 项目支出绩效自评表（2023年度）
       | | 年度预算申请（万元） | | 年初预算数 | 全年预算数 | 全年执行数
       | | ^ | 年度资金总额 | #200 | #220 | #210
       | | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值
       | | 产出指标 | 数量指标 | 农资配送量 | ≥800吨 | 820吨
    `)
    assert.deepEqual(money(form), [['total', 200]])
  })

  it('takes no heading of a table for a goal', () => {
    const form = onlyForm(sheet`
      2024年部门整体绩效目标表
      部门名称 | 年度目标 | 产出指标 | 效益指标
      ^ | ^ | 指标内容 | 指标内容
    `)
    assert.deepEqual(goals(form), [])
  })
})

describe('recognising published layouts: goals with indicators of their own', () => {
  it('ends a table of indicators where the next goal is described', () => {
    const form = onlyForm(sheet`
      部门整体绩效目标表（2024年度）
      分解目标1 | 目标内容 | 提升市容环境 | < | <
      ^ | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 清扫道路面积 | ≥300万平方米
      分解目标2 | 目标内容 | 强化执法 | < | <
      ^ | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 执法检查次数 | ≥600次
    `)
    assert.deepEqual(outline(form), [
      'output/quantity 清扫道路面积: ≥300万平方米',
      'output/quantity 执法检查次数: ≥600次'
    ])
  })
})

describe('recognising published layouts: numbered goals', () => {
  it('ends the table of a goal before the line of the next', () => {
    const form = onlyForm(sheet`
      部门整体绩效目标申报表（2024年度）
      长期目标1： | 培育高新技术企业 | < | < | <
      长期绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 高新技术企业总数 | ≥500家
      年度目标1： | 新增高新技术企业80家 | < | < | <
      年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 数量指标 | 新增高新技术企业 | ≥80家
    `)
    assert.deepEqual(
      indicatorsOf(form).map(({block, name}) => [block, name?.text]),
      [
        [0, '高新技术企业总数'],
        [1, '新增高新技术企业']
      ]
    )
  })
})

describe('recognising published layouts: money and goals', () => {
  it('reads sources and structure of a department’s money below its tasks', () => {
    const form = onlyForm(sheet`
      部门整体绩效目标表
      年度履职目标 | 完成审计任务，促进规范管理。 | <
      年度主要任务 | 任务名称 | 主要内容
      ^ | 经济责任审计 | 对领导干部开展审计
      预算情况 | 部门预算总额（万元） | #620.5
      ^ | 1、资金来源：（1）政府预算资金 | #620.5
      ^ | （2）财政专户管理资金 | #0
      ^ | 2、资金结构：（1）基本支出 | #480.5
      ^ | （2）项目支出 | #140
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 重点工作任务完成 | 审计项目完成数 | ≥20个
    `)
    assert.deepEqual(
      childrenOf(form, 'task').map(({name}) => name?.text),
      ['经济责任审计']
    )
    assert.deepEqual(goals(form), ['完成审计任务，促进规范管理。'])
    assert.deepEqual(money(form), [
      ['total', 620.5],
      ['fiscal', 620.5],
      ['special-account', 0],
      ['basic', 480.5],
      ['project', 140]
    ])
  })

  it('reads money of funds beside the general budget, and no total where a kind of money is unknown', () => {
    const beside = onlyForm(sheet`
      项目支出绩效目标表（2024年度）
      项目资金（万元） | 年度资金总额： | #100
      ^ | 其中：一般公共预算拨款 | #60
      ^ | 政府性基金预算拨款 | #40
      一级指标 | 二级指标 | 三级指标
      产出指标 | 数量指标 | 处理污水量
    `)
    assert.deepEqual(money(beside), [
      ['total', 100],
      ['fiscal', 60],
      ['other-public', 40]
    ])
    const above = onlyForm(sheet`
      部门整体支出绩效目标表（2024年度）
      部门名称 | 资金总额 | 一般公共预算 | 事业收入 | 其他资金
      湘源县供销社 | #220 | #100 | #100 | #20
      整体绩效目标 | 保障农资供应。 | < | < | <
    `)
    assert.deepEqual(money(above), [
      ['fiscal', 100],
      ['other', 20]
    ])
  })

  it('reads the goal of the whole period beside the goal of the year', () => {
    const form = onlyForm(sheet`
      专项资金绩效目标表
      总体目标 | 实施期总目标 | < | 年度目标 | <
      ^ | 扩大苹果种植。 | < | 新建果园2000亩。 | <
      一级指标 | 二级指标 | 三级指标 | 指标值 | 备注
      产出指标 | 数量指标 | 新建果园面积 | ≥2000亩 |
    `)
    assert.deepEqual(
      childrenOf(form, 'goal').map(({term, text}) => [term, text.text]),
      [
        ['long-term', '扩大苹果种植。'],
        ['annual', '新建果园2000亩。']
      ]
    )
  })
})

describe('recognising published layouts: indicators as text', () => {
  it('reads lists of classes in one cell, each piece where it stands', () => {
    const form = onlyForm(sheet`
      2024年清河市项目支出绩效目标表
      项目名称 | 路灯维护 | 主管部门 | 清河市城市管理局
      绩效指标 | 数量指标：1.维护路灯≥2000盏 2.巡查次数≥48次⏎质量指标：1.亮灯率≥98%⏎时效指标：2024年12月底前完成⏎满意度指标：居民满意度：≥90%
    `)
    assert.deepEqual(outline(form), [
      'output/quantity 维护路灯: ≥2000盏',
      'output/quantity 巡查次数: ≥48次',
      'output/quality 亮灯率: ≥98%',
      'output/timeliness 2024年12月底前完成: ',
      'satisfaction/satisfaction 居民满意度: ≥90%'
    ])
    for (const {name, target, level2} of indicatorsOf(form)) {
      for (const part of [name, target, level2])
        if (part)
          assert.equal(part.cell?.text.slice(part.offset, (part.offset ?? 0) + part.text.length), part.text)
    }
  })

  it('takes no everyday words for classes', () => {
    const form = onlyForm(sheet`
      2024年清河市项目支出绩效目标表
      项目名称 | 食堂保障
      项目概况 | 采购要求。数量：米面油500份；质量：符合国家标准，抽检合格率100%。
      年度目标 | 满意度：≥90%，保障用餐500人。
    `)
    assert.deepEqual(outline(form), [])
  })

  it('reads one project a row with its indicators in one cell', () => {
    const forms = formsOf(sheet`
      2024年项目支出绩效目标公开表
      序号 | 项目名称 | 预算金额（万元） | 年度绩效目标 | 绩效指标
      #1 | 农村公路养护 | #120 | 养护县乡公路。 | 【产出指标-数量指标】养护里程：≥80公里；作业次数：≥5次⏎【满意度指标-服务对象满意度指标】群众满意度：≥90%
      #2 | 路灯维护 | #35 | 保持路灯完好。 | 【产出指标-数量指标】维护路灯盏数：≥2000盏
    `)
    assert.deepEqual(
      forms.map((form) => [form.projectName?.value, goals(form), money(form), outline(form)]),
      [
        [
          '农村公路养护',
          ['养护县乡公路。'],
          [['total', 120]],
          [
            'output/quantity 养护里程: ≥80公里',
            'output/quantity 作业次数: ≥5次',
            'satisfaction/satisfaction 群众满意度: ≥90%'
          ]
        ],
        ['路灯维护', ['保持路灯完好。'], [['total', 35]], ['output/quantity 维护路灯盏数: ≥2000盏']]
      ]
    )
  })

  it('reads one project a row with a column for each class', () => {
    const forms = formsOf(sheet`
      2024年项目绩效目标汇总表
      序号 | 项目名称 | 预算金额 | 总体目标 | 产出指标 | < | 效益指标 | 满意度指标
      ^ | ^ | ^ | ^ | 数量指标 | 质量指标 | 社会效益 | 服务对象满意度
      #1 | 村道硬化 | #60 | 硬化村道。 | 硬化村道≥5公里 | 验收合格率100% | 受益群众≥800人 | 群众满意度≥95%
      #2 | 饮水管网 | #45 | 改造管网。 | 改造管网≥8公里 | 水质达标率100% | | 群众满意度≥95%
    `)
    assert.deepEqual(forms.map(outline), [
      [
        'output/quantity 硬化村道: ≥5公里',
        'output/quality 验收合格率: 100%',
        'benefit/social-benefit 受益群众: ≥800人',
        'satisfaction/satisfaction 群众满意度: ≥95%'
      ],
      [
        'output/quantity 改造管网: ≥8公里',
        'output/quality 水质达标率: 100%',
        'satisfaction/satisfaction 群众满意度: ≥95%'
      ]
    ])
  })

  it('reads headings of classes on lines of their own, and names with targets in the third column', () => {
    const form = onlyForm(sheet`
      项目支出绩效目标申报表
      项目名称 | 文物保护
      绩效指标 | 一、产出指标⏎（一）数量指标：修缮文物点≥3处；巡查≥24次。⏎二、效益指标⏎（一）社会效益指标：参观人次≥2万人次。⏎三、满意度指标：游客满意度≥90%。
    `)
    assert.deepEqual(outline(form), [
      'output/quantity 修缮文物点: ≥3处',
      'output/quantity 巡查: ≥24次',
      'benefit/social-benefit 参观人次: ≥2万人次',
      'satisfaction/satisfaction 游客满意度: ≥90%'
    ])
    const joined = onlyForm(sheet`
      项目绩效目标表（2024年度）
      一级指标 | 二级指标 | 三级指标及指标值
      产出指标 | 数量指标 | 培训残疾人≥120人
      ^ | 质量指标 | 培训合格率≥90%
    `)
    assert.deepEqual(outline(joined), [
      'output/quantity 培训残疾人: ≥120人',
      'output/quality 培训合格率: ≥90%'
    ])
  })

  it('takes no instructions, notes or minutes for indicators', () => {
    for (const text of [
      '1.数量指标：填写计划完成的数量，如培训人数≥100人；质量指标：填写质量标准，如合格率≥95%。',
      '注：产出指标：数量、质量；数量指标：如培训≥100人。',
      '会议要求：数量指标：要量化；质量指标：要可衡量；时效指标：要明确。'
    ]) {
      const form = onlyForm(sheet`
        绩效目标填报说明
        ${text}
      `)
      assert.deepEqual(outline(form), [], text)
    }
  })

  it('parts names and targets that are numbered alike in the cells of one row', () => {
    const form = onlyForm(sheet`
      项目绩效目标表（2024年度）
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 1.培训期数⏎2.培训人数 | 1.≥5期⏎2.≥300人
      ^ | 质量指标 | 1.培训合格率⏎2.教材合格率 | ≥95%
    `)
    assert.deepEqual(outline(form).slice(0, 2), [
      'output/quantity 培训期数: ≥5期',
      'output/quantity 培训人数: ≥300人'
    ])
    assert.equal(indicatorsOf(form).length, 3)
    const [, second] = indicatorsOf(form)
    assert.deepEqual([second?.value.number, second?.target?.offset], [300, 8])
  })

  it('reads a list of projects whose indicators have no labels of classes', () => {
    const forms = formsOf(sheet`
      2024年项目支出绩效目标情况表
      项目名称 | 金额（万元） | 绩效目标 | 主要绩效指标
      图书购置 | #12 | 丰富馆藏。 | 购置图书≥5000册；读者满意度≥90%
      讲座活动 | #8 | 丰富文化生活。 | 举办讲座≥24场
    `)
    assert.deepEqual(forms.map(outline), [
      ['-/- 购置图书: ≥5000册', '-/- 读者满意度: ≥90%'],
      ['-/- 举办讲座: ≥24场']
    ])
  })

  it('reads a list of units with two columns of prose', () => {
    const form = onlyForm(sheet`
      2023年部门整体支出绩效目标表
      单位名称 | 年度预算申请 | < | 整体绩效目标 | 部门整体支出年度绩效目标 | <
      ^ | 资金总额 | 一般公共预算拨款 | ^ | 产出指标 | 效益指标
      容江县林业局 | #860.5 | #860.5 | 保护森林资源。 | 完成造林≥2万亩；造林成活率≥85% | 林农人均增收≥300元
    `)
    assert.equal(form.kind, 'department')
    assert.equal(form.projectName, undefined)
    assert.deepEqual(money(form), [['total', 860.5]])
    assert.deepEqual(outline(form), [
      'output/- 完成造林: ≥2万亩',
      'output/- 造林成活率: ≥85%',
      'benefit/- 林农人均增收: ≥300元'
    ])
  })

  it('reads labels of classes with texts or with names and targets beside them, without any heading', () => {
    const texts = onlyForm(sheet`
      部门项目支出绩效目标申报表
      项目名称 | 农技推广 | < | <
      绩效指标 | 产出指标 | 数量指标 | 举办培训班≥6期；培训农民≥500人次
      ^ | ^ | 质量指标 | 培训合格率≥95%
      ^ | 效益指标 | 经济效益指标 | 亩均增收≥120元
      ^ | 满意度指标 | 服务对象满意度指标 | 农户满意度≥90%
    `)
    assert.deepEqual(outline(texts), [
      'output/quantity 举办培训班: ≥6期',
      'output/quantity 培训农民: ≥500人次',
      'output/quality 培训合格率: ≥95%',
      'benefit/economic-benefit 亩均增收: ≥120元',
      'satisfaction/satisfaction 农户满意度: ≥90%'
    ])
    const rows = onlyForm(sheet`
      项目绩效目标表（2024年度）
      项目名称 | 河道清障
      绩效指标 | 产出指标 | 数量指标 | 清障河段 | ≥12处
      ^ | ^ | 质量指标 | 验收合格率 | 100%
      ^ | 效益指标 | 社会效益指标 | 受益人口 | ≥3万人
      ^ | 满意度指标 | 满意度指标 | 群众满意度 | ≥90%
    `)
    assert.deepEqual(outline(rows), [
      'output/quantity 清障河段: ≥12处',
      'output/quality 验收合格率: 100%',
      'benefit/social-benefit 受益人口: ≥3万人',
      'satisfaction/satisfaction 群众满意度: ≥90%'
    ])
    const outer = onlyForm(sheet`
      项目绩效目标表（2024年度）
      项目名称 | 河道清障
      产出指标 | 数量指标：清障河段≥12处；质量指标：验收合格率100%
      满意度指标 | 群众满意度≥90%
    `)
    assert.deepEqual(outline(outer), [
      'output/quantity 清障河段: ≥12处',
      'output/quality 验收合格率: 100%',
      'satisfaction/satisfaction 群众满意度: ≥90%'
    ])
  })

  it('leaves tables of classes alone whose columns it cannot tell', () => {
    const form = onlyForm(sheet`
      绩效评价指标体系表
      产出指标 | 数量指标 | 10 | 按完成比例得分
      ^ | 质量指标 | 20 | 按合格比例得分
      效益指标 | 社会效益指标 | 30 | 按评价等级得分
    `)
    assert.deepEqual(outline(form), [])
  })
})
