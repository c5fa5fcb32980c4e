import assert from 'node:assert/strict'
import fc from 'fast-check'
import {splitProse, toProse} from '../../shared/value/prose-clauses.js'
import {findWrongFormulas} from '../../shared/value/prose-formulas.js'
import {findWrongChanges, findWrongRates} from '../../shared/value/prose-ratios.js'
import {findSums, findWrongShares, judgeSum, type SumProblem} from '../../shared/value/prose-sums.js'

const read = (text: string): ReturnType<typeof splitProse> => splitProse(toProse(text))

const problemsIn = (text: string): string[] =>
  findSums(read(text)).flatMap((sum) => {
    const problem: SumProblem | undefined = judgeSum(sum)
    return [...(problem ? [problem.kind] : []), ...findWrongShares(sum).map(() => 'share')]
  })

const kinds = ['甲类', '乙类', '丙类', '丁类', '戊类', '己类']
const units = fc.constantFrom('件', '人次', '户', '起', '平方米')
const separators = fc.constantFrom('、', '，', ',', '；', ', ')
const counts = fc.array(fc.integer({min: 1, max: 900}), {minLength: 2, maxLength: 6})

const list = (numbers: (number | string)[], unit: string, separator: string): string =>
  numbers.map((number, index) => `${kinds[index] ?? ''}事项${number}${unit}`).join(separator)

describe('sums in prose', () => {
  it('are silent when the parts make up the total, whatever the punctuation', () => {
    fc.assert(
      fc.property(
        counts,
        units,
        separators,
        fc.constantFrom('其中', '其中：', '，其中'),
        (numbers, unit, by, sign) => {
          const total = numbers.reduce((sum, number) => sum + number, 0)
          assert.deepEqual(problemsIn(`全年办理${total}${unit}，${sign}${list(numbers, unit, by)}。`), [])
        }
      )
    )
  })

  it('are found wrong when the list is complete and one number is changed', () => {
    fc.assert(
      fc.property(counts, units, separators, fc.integer({min: 1, max: 50}), (numbers, unit, by, change) => {
        const total = numbers.reduce((sum, number) => sum + number, 0) + change
        const complete = `全年办理${total}${unit}，其中${list(numbers, unit, by)}${by}其他事项0${unit}。`
        assert.deepEqual(problemsIn(complete), ['differs'])
      })
    )
  })

  it('accept totals and parts that were rounded to the decimals shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 100, max: 5_000_000}), {minLength: 2, maxLength: 5}),
        fc.integer({min: 1, max: 2}),
        (yuan, decimals) => {
          const show = (amount: number): string => (amount / 10_000).toFixed(decimals)
          const total = yuan.reduce((sum, amount) => sum + amount, 0)
          const parts = list(yuan.map(show), '万元', '，')
          assert.deepEqual(problemsIn(`支出合计${show(total)}万元，其中：${parts}，其他支出0万元。`), [])
        }
      )
    )
  })

  it('accept every share that is rounded or cut rightly', () => {
    fc.assert(
      fc.property(counts, fc.integer({min: 0, max: 3}), fc.boolean(), (numbers, decimals, cut) => {
        const total = numbers.reduce((sum, number) => sum + number, 0)
        const scale = 10 ** decimals
        const share = (number: number): string => {
          const percent = (number / total) * 100 * scale
          return ((cut ? Math.floor(percent + 1e-9) : Math.round(percent)) / scale).toFixed(decimals)
        }
        const parts = numbers
          .map((number, at) => `${kinds[at] ?? ''}事项${number}件，占${share(number)}%`)
          .join('；')
        assert.deepEqual(problemsIn(`共办理${total}件，其中：${parts}。`), [])
      })
    )
  })

  it('never read hedged numbers or open lists as complete', () => {
    for (const text of [
      '全年走访3200余人，其中老人1500人，儿童1650人。',
      '全年走访约3200人，其中甲村1500人，乙村1650人，其他0人。',
      '全年办案120件，其中民事60件、行政55件等。',
      '全年办案120件，其中重点案件20件。',
      '培训100人，其中女性55人，党员47人。',
      '收入120万元，支出100万元，其中甲类支出70万元，乙类支出50万元。'
    ])
      assert.deepEqual(problemsIn(text), [], text)
  })

  it('know a part that is larger than the whole', () => {
    assert.deepEqual(problemsIn('培训教师100人，其中小学教师120人。'), ['part-exceeds'])
    assert.deepEqual(problemsIn('安排资金1.2亿元，其中校舍建设13000万元。'), ['part-exceeds'])
  })

  it('read a list in brackets and a list after 总计', () => {
    assert.deepEqual(problemsIn('在职人员45人（行政编38人，事业编9人）。'), ['near'])
    assert.deepEqual(problemsIn('编制总计42人，均为行政编制42人，事业编制11人。'), ['differs'])
    assert.deepEqual(problemsIn('编制总计53人，行政编制42人，事业编制11人。'), [])
  })
})

describe('rates in prose', () => {
  it('are silent for every rate that follows from the numbers', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.integer({min: 1, max: 5000}), (whole, part) => {
        const rate = ((part / whole) * 100).toFixed(2)
        assert.deepEqual(findWrongRates(read(`排查隐患${whole}处，整改${part}处，整改率达${rate}%。`)), [])
      })
    )
  })

  it('are found where no pair of numbers gives them', () => {
    const [wrong] = findWrongRates(read('全年预算500万元，执行450万元，执行率95%。'))
    assert.equal(wrong?.actual, 0.9)
    assert.equal(wrong.certain, true)
    assert.deepEqual(findWrongRates(read('受理120件，上年结转20件，办结130件，办结率92.86%。')), [])
    assert.deepEqual(findWrongRates(read('受理120件，办结100件，满意率98%。')), [])
  })
})

describe('changes in prose', () => {
  it('are silent for every change that follows from the numbers', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 9000}), fc.integer({min: 1, max: 9000}), (before, now) => {
        fc.pre(before !== now)
        const word = now > before ? ['增加', '增长'] : ['减少', '下降']
        const rate = ((Math.abs(now - before) / before) * 100).toFixed(1)
        const text = `全年接待${now}人次，较上年${word[0] ?? ''}${Math.abs(now - before)}人次，${word[1] ?? ''}${rate}%。`
        assert.deepEqual(findWrongChanges(read(text)), [], text)
      })
    )
  })

  it('are found when the difference or its rate is wrong', () => {
    assert.equal(findWrongChanges(read('支出850万元，较上年增加50万元，增长12.5%。'))[0]?.actualRatio, 0.0625)
    assert.equal(findWrongChanges(read('办案120件，较上年100件增加30件。'))[0]?.actualChange, 20)
  })
})

describe('calculations in prose', () => {
  it('are right or wrong as multiplication says', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 2, max: 300}),
        fc.integer({min: 100, max: 9000}),
        fc.integer({min: 1, max: 99}),
        (people, price, more) => {
          const right = people * price
          assert.deepEqual(findWrongFormulas(`${people}人×${price}元/人=${right}元`), [])
          assert.equal(findWrongFormulas(`${people}人×${price}元/人=${right + more}元`)[0]?.expected, right)
        }
      )
    )
  })

  it('leave units alone that would have to be converted', () => {
    for (const text of ['50毫米×2米=0.1平方米', '2万×3=6万', '规格3×4×5', 'A=B×2']) {
      assert.deepEqual(findWrongFormulas(text), [], text)
    }
  })
})

describe('the wording of reports and disclosures', () => {
  it('is not taken for wrong where it is right', () => {
    for (const text of [
      '2023年收入总计1250.36万元，支出总计1250.36万元。与2022年相比，收、支总计各增加120.36万元，增长10.65%。',
      '2023年度本年收入合计1200万元，其中：财政拨款收入1150万元，占95.83%；其他收入50万元，占4.17%。',
      '本年支出合计1180万元，其中：基本支出700万元，占59.3%；项目支出480万元，占40.7%；上缴上级支出0万元，占0%；经营支出0万元，占0%；对附属单位补助支出0万元，占0%。',
      '2023年度财政拨款支出1100万元，占本年支出合计的93.22%。与2022年相比，财政拨款支出增加100万元，增长10%，主要原因是人员增加。',
      '一般公共预算财政拨款支出年初预算为1000万元，支出决算为1100万元，完成年初预算的110%。',
      '其中：基本支出700万元，完成年初预算的100%；项目支出400万元，完成年初预算的133.33%。',
      '2023年度机关运行经费支出56.2万元，比2022年减少3.8万元，下降6.33%。',
      '“三公”经费支出决算为12.5万元，完成预算的83.33%，其中：因公出国（境）费支出0万元，占0%；公务用车购置及运行费支出10万元，占80%；公务接待费支出2.5万元，占20%。',
      '截至2023年12月31日，单位共有车辆8辆，其中，副部（省）级以上领导用车0辆、主要领导干部用车0辆、机要通信用车2辆、应急保障用车3辆、执法执勤用车3辆、特种专业技术用车0辆、离退休干部用车0辆、其他用车0辆。',
      '核定编制60名，其中行政编制25名，事业编制35名；年末实有在职人员57人，其中行政24人，事业33人，离退休人员20人。',
      '全年共举办培训班12期，培训1500人次，其中线上培训8期1000人次，线下培训4期500人次。',
      '共调解纠纷1260件，调解成功1240件，成功率98.4%，涉及金额3200万元。',
      '全年新建高标准农田2.5万亩，其中：高效节水灌溉0.8万亩。',
      '下达资金500万元，实际支出480.5万元，预算执行率96.1%。',
      '年初预算数300万元，调整后预算数320万元，全年执行数310万元，执行率96.88%。',
      '项目总投资3600万元，其中申请中央资金1800万元，省级配套600万元，市县自筹1200万元。',
      '共发放补贴资金86.4万元，惠及720户2100人，户均1200元。',
      '受益群众12000人，其中脱贫人口3200人，监测对象120人。',
      '抽检食品1200批次，合格1188批次，合格率99%；不合格12批次，已全部处置。',
      '全年受理信访件320件，办结312件，按期办结率100%，群众满意率98%。',
      '全县共有村（社区）238个，其中行政村210个，社区28个，建成服务站238个，覆盖率100%。',
      '用于道路维修30万元、绿化养护20万元，共计50万元。',
      '社会保障和就业支出120.35万元，占10.2%；卫生健康支出50.12万元，占4.25%。',
      '2023年预算安排200万元，其中本级资金150万元，上级补助50万元，年中追加20万元，全年预算220万元，实际支出198万元，执行率90%。',
      '今年共接待游客50万人次，同比增长20%，实现旅游收入3亿元，同比增长15%。',
      '完成投资4500万元，占年度计划的90%，较去年同期增加500万元，增长12.5%。',
      '2023年新增就业2300人，完成目标任务2000人的115%。',
      '本项目计划完成100户，实际完成120户，完成率120%，超额完成20%。',
      '在校学生1500人，其中寄宿生800人、困难学生300人，全部落实资助政策。',
      '全年办理法律援助案件500件，其中民事案件430件，刑事案件60件，行政案件10件，接待咨询3000人次，其中来电2000人次。',
      '全区共有养老机构35家，床位5200张，其中公办12家，床位1800张；民办23家，床位3400张。',
      '30人×12月×3000元=108万元；5台×0.6万元/台=3万元。',
      '维修面积为20×15=300平方米，造价800元/平方米，合计24万元。',
      '评价得分93.5分，其中项目决策18分，过程管理19分，产出指标36.5分，效益指标20分。',
      '预算资金100万元，其中一季度支出20万元，二季度支出30万元，全年支出98万元，支付率98%。',
      '资金到位率100%，年初预算150万元，实际到位150万元，实际支出148.5万元，预算执行率99%。',
      '全年出动执法人员3000人次，检查经营户1500户次，立案50起，结案48起，结案率96%，罚没款15万元。',
      '与上年200件相比增加50件，今年共受理250件，增长25%。',
      '2023年度支出决算总额856.23万元，比上年的900.5万元减少44.27万元，降低4.92%。',
      '年末固定资产原值1000万元，其中房屋600万元，车辆200万元，较上年增加50万元。',
      '政府采购支出总额300万元，其中：政府采购货物支出100万元、政府采购工程支出150万元、政府采购服务支出50万元。授予中小企业合同金额270万元，占政府采购支出总额的90%，其中：授予小微企业合同金额200万元，占授予中小企业合同金额的74.07%。',
      '目标1：完成道路硬化5公里，其中主干道3公里，支路2公里；目标2：安装路灯120盏，其中太阳能灯80盏。',
      '组织项目验收10个，其中一次性通过9个，一次性通过率90%。',
      '本次自评项目15个，涉及资金1200万元，其中自评优秀13个，良好2个。',
      '发放高龄补贴1.2万人，其中80至89岁9800人，90至99岁2100人，100岁以上100人。',
      '全年收入1,250.36万元，其中财政拨款1,200.36万元，其他50万元。'
    ]) {
      const sentences = read(text)
      assert.deepEqual(problemsIn(text), [], text)
      assert.deepEqual(findWrongRates(sentences), [], text)
      assert.deepEqual(findWrongChanges(sentences), [], text)
      assert.deepEqual(findWrongFormulas(text), [], text)
    }
  })
})

describe('any text', () => {
  it('is read without an error, and full-width writing changes nothing', () => {
    const pieces = fc.constantFrom(
      '其中',
      '共',
      '合计',
      '3',
      '12.5',
      '万元',
      '件',
      '，',
      '、',
      '；',
      '。',
      '(',
      '）',
      '占',
      '%',
      '率',
      '较上年',
      '增加',
      '×',
      '=',
      ' '
    )
    fc.assert(
      fc.property(fc.array(pieces, {maxLength: 40}), (words) => {
        const text = words.join('')
        const sentences = read(text)
        findSums(sentences).forEach((sum) => {
          judgeSum(sum)
          findWrongShares(sum)
        })
        findWrongRates(sentences)
        findWrongChanges(sentences)
        findWrongFormulas(text)
        const wide = text.replace(/[%()]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        assert.deepEqual(read(wide), sentences)
      })
    )
  })

  it('may carry thousands separators', () => {
    assert.equal(read('收入1,817.12万元')[0]?.clauses[0]?.quantities[0]?.number, 18_171_200)
  })
})
