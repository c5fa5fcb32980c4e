import assert from 'node:assert/strict'
import type {Form, Indicator} from '../../shared/tree/nodes.js'
import {recognise} from '../../shared/tree/recognise.js'
import {childrenOf} from '../../shared/tree/resolve-form.js'
import {readLiteral, sheet, type WorkbookLiteral} from '../../shared/workbook/sheet-literal.js'
import {formatRange} from '../../shared/workbook/address.js'

function formsOf(literal: WorkbookLiteral, hints = {}): Form[] {
  return recognise(readLiteral(literal), hints).children.flatMap(({children}) => children)
}

function onlyForm(literal: WorkbookLiteral, hints = {}): Form {
  const forms = formsOf(literal, hints)
  assert.equal(forms.length, 1)
  return forms[0] as Form
}

const indicatorsOf = (form: Form): Indicator[] => childrenOf(form, 'indicator')
const outline = (form: Form): string[] =>
  indicatorsOf(form).map(
    ({levelOne, levelTwo, name, target}) => `${levelOne}/${levelTwo} ${name?.text} ${target?.text}`
  )

describe('recognising a target form', () => {
  it('reads the layout with descriptions, funds and a spending plan', () => {
    const form = onlyForm(
      sheet`
      1.普法宣传经费绩效目标表
      315001清河市司法局本级 | < | 单位：万元
      项目编码 | 13028122P00306510001A | 项目名称 | 普法宣传经费
      预算规模及资金用途 | 预算数 | #10.5 #0.00 | 其中：财政资金 | #10.5 #0.00 | 其他资金 |
      ^ | 用于普法宣传活动和资料印制
      资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
      ^ | 30% | 60% | 90% | 100%
      绩效目标 | 1.组织普法宣传活动不少于12场。
      一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
      产出指标 | 数量指标 | 宣传活动场次 | 全年举办的场次 | ≥12场 | 年度工作计划
      ^ | 质量指标 | 资料合格率 | 合格册数占比 | ≥98% | 年度工作计划
      满意度指标 | 服务对象满意度指标 | 群众满意度 | 问卷调查 | ≥90% | 年度工作计划
    `,
      {file: '目标表2022.xlsx'}
    )
    assert.equal(form.kind, 'project')
    assert.equal(form.projectCode?.value, '13028122P00306510001A')
    assert.equal(form.projectName?.value, '普法宣传经费')
    assert.equal(form.moneyUnit?.value, '万元')
    assert.deepEqual([form.year?.value, form.year?.source], [2022, 'file'])
    assert.equal(form.division?.value, '130281')
    assert.deepEqual(outline(form), [
      'output/quantity 宣传活动场次 ≥12场',
      'output/quality 资料合格率 ≥98%',
      'satisfaction/satisfaction 群众满意度 ≥90%'
    ])
    const [plan] = childrenOf(form, 'spendingPlan')
    assert.deepEqual(
      plan?.children.map(({month, ratio}) => [month, ratio]),
      [
        [3, 0.3],
        [6, 0.6],
        [10, 0.9],
        [12, 1]
      ]
    )
    const [funds] = childrenOf(form, 'funds')
    assert.deepEqual(
      funds?.children.map(({key, amounts}) => [key, amounts[0]?.amount]),
      [
        ['total', 10.5],
        ['fiscal', 10.5],
        ['other', undefined]
      ]
    )
    assert.equal(childrenOf(form, 'goal')[0]?.text.text, '1.组织普法宣传活动不少于12场。')
    assert.equal(
      childrenOf(form, 'field').find(({key}) => key === 'purpose')?.value?.text,
      '用于普法宣传活动和资料印制'
    )
  })

  it('joins sign, number and unit of three columns, and strips code prefixes', () => {
    const form = onlyForm(sheet`
      清河市2021年部门整体支出预算绩效目标表
      一级指标 | 二级指标 | 三级指标 | 三级指标解释 | 对比符号 | 指标值 | 计量单位
      01-产出指标 | 02-质量指标 | 调解成功率 | 调解成功占比 | >= | #97.5 | %
      01-产出指标 | 01-数量指标 | 宣传活动次数 | 各类活动 | >= | #4 | 次
    `)
    assert.equal(form.kind, 'department')
    const [rate, count] = indicatorsOf(form)
    assert.deepEqual(
      [rate?.value.kind, rate?.value.comparator, rate?.value.number, rate?.value.unit],
      ['percent', '≥', 97.5, '%']
    )
    assert.deepEqual([count?.levelTwo, count?.value.number, count?.value.unit], ['quantity', 4, '次'])
  })

  it('finds headings with line breaks and blanks, a vertical label before them and points behind them', () => {
    const form = onlyForm(sheet`
      项目支出绩效自评表
      (2022年度)
      项目名称 | 道路养护
      绩 效 指 标 | 一级 指标 | 二级指标 | 三级指标 | 年度⏎指标值 | 实际⏎完成值 | 分值 | 得分 | 偏差原因分析及改进措施
      ^ | 产 出 指 标(50分) | 数量 指标 | 养护里程 | ≥30公里 | 31公里 | #20 | #20
      ^ | ^ | 质量指标 | 验收合格率 | 100% | 100% | #30 | #30
      合计 | | | | | | #50 | #50
    `)
    assert.equal(form.kind, 'evaluation')
    assert.equal(form.year?.value, 2022)
    assert.deepEqual(outline(form), ['output/quantity 养护里程 ≥30公里', 'output/quality 验收合格率 100%'])
    const [first] = indicatorsOf(form)
    assert.deepEqual([first?.weight?.text, first?.actual?.text, first?.score?.text], ['20', '31公里', '20'])
  })

  it('keeps the points printed for whole tables: announced, subtotals, totals with or without their columns', () => {
    const form = onlyForm(sheet`
      项目支出绩效自评表
      （2022年度）
      绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
      ^ | 产出指标 | 数量指标 | 养护里程 | ≥30公里 | 31公里 | #50 | #50
      ^ | ^ | 小计 | | | | #50 | #50
      ^ | 效益指标 | 社会效益指标 | 受益人口 | ≥2000人 | 2100人 | #40 | #38
      合  计 | | | | | | #90 |
      总分（含预算执行） | #98 | | | | | |
    `)
    assert.deepEqual(
      form.totals.map(({role, block, weight, score}) => [role, block, weight?.text, score?.text]),
      [
        ['heading', 0, undefined, undefined],
        ['subtotal', 0, '50', '50'],
        ['total', 0, '90', ''],
        ['total', 0, undefined, '98']
      ]
    )
    assert.deepEqual(
      indicatorsOf(form).map(({name}) => name?.text),
      ['养护里程', '受益人口']
    )
  })

  it('takes no note, total, ellipsis or empty optional class for an indicator', () => {
    const form = onlyForm(sheet`
      2024年部门项目支出预算绩效目标表
      一级指标 | 二级指标 | 三级指标 | 绩效值
      1-产出指标 | 11-数量指标 | 指标1：培训人数 | 24人
      ^ | ^ | …… |
      2-效益指标 | 21-经济效益 | |
      ^ | 22-社会效益 | 知晓率 | ≥80%
      注：其他资金是指自有资金。
    `)
    assert.deepEqual(
      indicatorsOf(form).map(({name}) => name?.text),
      ['指标1：培训人数', '知晓率']
    )
    assert.deepEqual(
      form.emptyClasses.map(({part}) => part.text),
      ['21-经济效益']
    )
    assert.deepEqual(
      childrenOf(form, 'paragraph')
        .filter(({role}) => role === 'note')
        .map(({text}) => text.text),
      ['……', '注：其他资金是指自有资金。']
    )
  })

  it('parts several forms on one sheet', () => {
    const forms = formsOf(sheet`
      附件1
      2023年民族发展资金分配表
      单位：万元
      序号 | 单位 | 项目 | 金额
      #1 | 清河县 | 道路硬化 | #10
      合计 | | | #10
      附件2
      专项转移支付绩效目标表
      （2023年度）
      项目名称 | 民族发展资金
      一级指标 | 二级指标 | 三级指标 | 区域目标值 | <
      | | | 清河县 | 云川县
      产出指标 | 数量指标 | 补助村数 | #2 | #3
    `)
    assert.deepEqual(
      forms.map(({kind}) => kind),
      ['allocation', 'project']
    )
    const [indicator] = indicatorsOf(forms[1] as Form)
    assert.deepEqual(
      indicator?.targets.map(({heading, part}) => `${heading} ${part.text}`),
      ['清河县 2', '云川县 3']
    )
  })

  it('reads long-term and yearly blocks of one form', () => {
    const form = onlyForm(sheet`
      项目绩效目标表
      （2021年度）
      长期绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
      ^ | 产出指标 | 数量指标 | 改造户数 | ≥300户
      年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
      ^ | 产出指标 | 数量指标 | 改造户数 | ≥100户
    `)
    assert.deepEqual(
      indicatorsOf(form).map(({block, target}) => [block, target?.text]),
      [
        [0, '≥300户'],
        [1, '≥100户']
      ]
    )
  })

  it('tells points and score of the execution from its rate, and a total row from the heading of its block', () => {
    const form = onlyForm(sheet`
      2023年图书馆运行项目绩效自评表
      | 年初预算数（元） | 调整后预算数（元） | 预算执行数（元） | 执行率（%） | 执行率权重（分） | 执行率得分（分）
      预算资金总额 | 1,200,000.00 | 1,100,000.00 | 1,099,000.00 | 99.91 | 10 | 9.99
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 权重 | 得分
      产出指标 | 数量指标 | 接待读者人次 | ≥50万人次 | 51万人次 | 90 | 90
      总分 | | | | | 100 | 99.99
      自评等级 | 优
    `)
    const [row] = childrenOf(form, 'funds').flatMap(({children}) => children)
    assert.deepEqual(
      row?.amounts.map(({column, part}) => `${column} ${part.plain}`),
      [
        'initial 1,200,000.00',
        'adjusted 1,100,000.00',
        'executed 1,099,000.00',
        'rate 99.91',
        'weight 10',
        'score 9.99'
      ]
    )
    assert.deepEqual(
      childrenOf(form, 'field').map(({key, value}) => [key, value?.text]),
      [['grade', '优']]
    )
  })

  it('reads department tasks with their money', () => {
    const form = onlyForm(sheet`
      清河市2021年部门整体支出绩效目标表
      部门预算支出 | 预算金额(万元) | 收入来源 | 预算金额(万元)
      基本支出 | #100.5 | 财政拨款 | #150.5
      项目支出 | #50 | 其他资金 |
      年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
      ^ | #1 | 社区矫正 | 开展走访 | 再犯罪率不高于1% | #30
      ^ | #2 | 普法宣传 | 组织活动 | 举办12场 | #20
    `)
    assert.deepEqual(
      childrenOf(form, 'task').map(({name, money}) => [name?.text, money]),
      [
        ['社区矫正', 30],
        ['普法宣传', 20]
      ]
    )
    const rows = childrenOf(form, 'funds').flatMap(({children}) => children)
    assert.deepEqual(
      rows.map(({key, amounts}) => [key, amounts[0]?.amount]),
      [
        ['basic', 100.5],
        ['fiscal', 150.5],
        ['project', 50],
        ['other', undefined]
      ]
    )
  })

  it('splits the indicators of a department text, and keeps where each stands in its cell', () => {
    const form = onlyForm(sheet`
      一、总体绩效目标
      为群众提供优质法律服务。
      绩效目标：办好法律援助案件。
      绩效指标：办案量达到180件以上、结案率达到80%以上、投诉率低于8%；开展宣传活动次数大于等于15次。
    `)
    assert.equal(form.kind, 'report')
    assert.deepEqual(
      indicatorsOf(form).map(({name, target}) => `${name?.text}|${target?.text}`),
      ['办案量|达到180件以上', '结案率|达到80%以上', '投诉率|低于8%', '开展宣传活动次数|大于等于15次']
    )
    for (const {name, target} of indicatorsOf(form)) {
      for (const part of [name, target]) {
        assert.equal(part?.cell?.text.slice(part.offset, (part.offset ?? 0) + part.text.length), part?.text)
      }
    }
  })

  it('says nothing about sheets that hold no form', () => {
    assert.deepEqual(
      formsOf(sheet`
      通讯录
      姓名 | 电话
      张三 | 88880000
    `).flatMap((form) => indicatorsOf(form)),
      []
    )
  })

  it('gives every node a position inside its form, in cells that exist', () => {
    const form = onlyForm(sheet`
      2024年法律援助经费绩效目标表
      项目名称 | 法律援助经费
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 办案数 | ≥100件
    `)
    for (const {position} of form.children) {
      assert.ok(
        position.start.line >= form.position.start.line && position.end.line <= form.position.end.line
      )
      assert.ok(position.start.column >= 1)
    }
    const [indicator] = indicatorsOf(form)
    assert.equal(formatRange(indicator?.target?.range ?? {top: 0, left: 0, bottom: 0, right: 0}), 'D4')
  })
})

describe('recognising forms of other provinces', () => {
  it('reads a list of all projects of a unit as one form a project', () => {
    const forms = formsOf(sheet`
      部门预算项目绩效目标表（2026年度）
      金额单位：元
      单位名称 | 项目名称 | 预算数 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重
      731-清河镇部门 | | 960000 | | | | | | | |
      731001-清河镇人民政府 | 村干部补贴 | 600000 | 每月发放村干部补贴 | 产出指标 | 数量指标 | 发放人数 | ≥ | 120 | 人 | 50
      ^ | ^ | ^ | ^ | 满意度指标 | 服务对象满意度指标 | 村干部满意度 | ≥ | 95 | % | 40
      ^ | 场镇保洁经费 | 360000 | 保持场镇清洁 | 产出指标 | 数量指标 | 保洁面积 | ≥ | 2.6 | 万平方米 | 50
      ^ | ^ | ^ | ^ | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥ | 90 | % | 40
    `)
    assert.deepEqual(
      forms.map(({projectName, moneyUnit}) => [projectName?.value, moneyUnit?.value]),
      [
        ['村干部补贴', '元'],
        ['场镇保洁经费', '元']
      ]
    )
    assert.deepEqual(
      forms.map((form) => indicatorsOf(form).map(({name}) => name?.text)),
      [
        ['发放人数', '村干部满意度'],
        ['保洁面积', '居民满意度']
      ]
    )
    assert.equal(childrenOf(forms[1] as Form, 'goal')[0]?.text.text, '保持场镇清洁')
    assert.equal(childrenOf(forms[0] as Form, 'funds')[0]?.children[0]?.amounts[0]?.amount, 600000)
  })

  it('reads a list whose classes stand in rows of their own below numbered columns', () => {
    const forms = formsOf(sheet`
      部门项目支出绩效目标表（2026年度）
      单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 指标内容
      1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
      滨江市水务局 | | | | | | | |
      河湖暗访经费 | 开展暗访不少于4次。 | | | | | | |
      | | 产出指标 | | | | | |
      | | | 数量指标 | | | | |
      | | | | 暗访次数 | >= | 4 | 次 | 反映全年暗访的次数
      | | 满意度指标 | | | | | |
      | | | 服务对象满意度 | | | | |
      | | | | 公众满意度 | >= | 90 | % | 反映公众的满意程度
    `)
    assert.equal(forms.length, 1)
    assert.deepEqual(outline(forms[0] as Form), [
      'output/quantity 暗访次数 4',
      'satisfaction/satisfaction 公众满意度 90'
    ])
    assert.deepEqual(forms[0]?.emptyClasses, [])
  })

  it('takes 指标值类型 for no target', () => {
    const form = onlyForm(sheet`
      2026年度整体绩效目标表
      一级指标 | 二级指标 | 三级指标 | 指标值类型 | *指标值 | 计量单位 | *评（扣）分标准
      产出指标 | 数量指标 | 价格认定件数 | 定量 | ≥60 | 件 | 每少1件扣1分
      满意度指标 | 服务对象满意度指标 | 委托单位满意度 | 定量 | ≥95 | % | 未达标酌情扣分
    `)
    assert.deepEqual(outline(form), [
      'output/quantity 价格认定件数 ≥60',
      'satisfaction/satisfaction 委托单位满意度 ≥95'
    ])
  })

  it('knows classes that say 值 or 等, and any class beside satisfaction', () => {
    const form = onlyForm(sheet`
      2026年项目支出目标申报表
      一级 | 二级 | 三级 | 年度数值 | 备注
      产出值 | 数量值 | 在校学生人数 | 860人 |
      ^ | 成本值 | 生均公用经费 | ≤780元 |
      满意度值 | 服务对象满意度指标等 | 学生满意度 | ≥95% |
      ^ | 家长 | 家长满意度 | ≥95% |
    `)
    assert.deepEqual(outline(form), [
      'output/quantity 在校学生人数 860人',
      'output/cost 生均公用经费 ≤780元',
      'satisfaction/satisfaction 学生满意度 ≥95%',
      'satisfaction/satisfaction 家长满意度 ≥95%'
    ])
  })

  it('reads goals, results and scores of the self-evaluation in four numbered parts', () => {
    const form = onlyForm(sheet`
      清河市民政局2025年度预算项目绩效自评表
      三、目标完成情况 | 年度预期目标 | < | 具体完成情况 | < | < | 总体完成率（%）
      ^ | 为百岁老人发放津贴。 | < | 已为全部百岁老人发放津贴。 | < | < | #100
      四、年度绩效指标完成情况 | 一级指标 | 二级指标 | 三级指标 | 指标分值 | 预期指标值 | 单项指标实际完成值
      ^ | 产出指标 | 数量指标 | 发放人数 | #50 | ≥19人 | 19人
      ^ | 满意度指标 | 服务对象满意度指标 | 老人满意度 | #40 | ≥95% | 98%
    `)
    const [goal] = childrenOf(form, 'goal')
    assert.equal(goal?.text.text, '为百岁老人发放津贴。')
    assert.equal(goal.actual?.text, '已为全部百岁老人发放津贴。')
    assert.deepEqual(
      indicatorsOf(form).map(({actual}) => actual?.text),
      ['19人', '98%']
    )
  })

  it('reads tasks without money up to the goal below them', () => {
    const form = onlyForm(sheet`
      2026年部门整体支出绩效目标申报表
      年度主要任务 | 任务名称 | 主要内容
      ^ | 群众文化 | 组织群众文化活动
      ^ | 文旅融合 | 开展景区创建
      年度总体目标 | < | 推动文旅融合发展。
      一级指标 | 二级指标 | 指标值
      产出指标 | 数量指标 | 20场
    `)
    assert.deepEqual(
      childrenOf(form, 'task').map(({name}) => name?.text),
      ['群众文化', '文旅融合']
    )
    assert.equal(childrenOf(form, 'goal')[0]?.text.text, '推动文旅融合发展。')
  })

  it('reads the yearly one of two sets of columns side by side', () => {
    const form = onlyForm(sheet`
      2026年项目支出绩效目标表
      一级指标 | 二级指标（长期） | 三级指标（长期） | 指标值（长期） | 二级指标（年度） | 三级指标（年度） | 指标值（年度）
      产出指标 | 数量指标 | | | 数量指标 | 改造教室数量 | 20间
      满意度指标 | 服务对象满意度指标 | | | 服务对象满意度指标 | 家长满意度 | ≥90%
    `)
    assert.deepEqual(outline(form), [
      'output/quantity 改造教室数量 20间',
      'satisfaction/satisfaction 家长满意度 ≥90%'
    ])
  })

  it('reads tasks below a heading of two rows, without the sum', () => {
    const form = onlyForm(sheet`
      2026年部门整体支出绩效目标表
      年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | < | <
      ^ | ^ | ^ | 总额 | 财政拨款 | 其他资金
      ^ | 森林管护 | 落实管护补偿 | #580.2 | #580.2 | #0
      ^ | 国土绿化 | 完成营造林任务 | #1260 | #1060 | #200
      ^ | 金额合计 | < | #1840.2 | #1640.2 | #200
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 营造林面积 | ≥5.6万亩
    `)
    assert.deepEqual(
      childrenOf(form, 'task').map(({name, money}) => [name?.text, money]),
      [
        ['森林管护', 580.2],
        ['国土绿化', 1260]
      ]
    )
  })

  it('takes the whole year of quarterly targets, and comparators from a column of directions', () => {
    const quarterly = onlyForm(sheet`
      2026年度部门整体绩效目标表
      一级指标 | 二级指标 | 三级指标 | 指标值 | < | <
      ^ | ^ | ^ | 第一季度 | 上半年 | 全年
      产出指标 | 数量指标 | 整治次数 | ≥25次 | ≥50次 | ≥100次
    `)
    assert.equal(indicatorsOf(quarterly)[0]?.target?.text, '≥100次')
    const signed = onlyForm(sheet`
      2026年项目支出绩效目标表
      一级指标 | 二级指标 | 三级指标 | 指标方向 | 指标值 | 计量单位
      产出指标 | 数量指标 | 检测人次 | ≥ | 3200 | 人次
    `)
    assert.equal(indicatorsOf(signed)[0]?.value.comparator, '≥')
  })

  it('takes a row of year and money unit for fields, not for amounts', () => {
    const rows = ['预算年度：2026年 | < | 金额单位：万元 | <', '预算年度 | 2026年 | 金额单位 | 万元']
    for (const row of rows) {
      const form = onlyForm(sheet`
        项目支出绩效目标批复表
        ${row}
        单位名称 | 容江县教育局 | 项目名称 | 营养膳食补助
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 补助学生人数 | ≥29800人
      `)
      assert.equal(form.year?.value, 2026)
      assert.equal(form.moneyUnit?.value, '万元')
    }
  })

  it('reads 0起 as a count of incidents', () => {
    const form = onlyForm(sheet`
      2026年安全生产经费绩效目标表
      一级指标 | 二级指标 | 三级指标 | 指标值
      效益指标 | 社会效益指标 | 责任事故发生数 | 0起
    `)
    const {value} = indicatorsOf(form)[0] as Indicator
    assert.deepEqual([value.number, value.unit, value.comparator], [0, '起', undefined])
  })
})
