import type {FieldKey, FundsColumn, FundsKey} from '../tree/nodes.js'
import {classifyFunds, isFundsHeading, isLooseFundsHeading, isLooseTotal} from './funds-labels.js'
import {classifyFundsColumn} from './headings.js'
import {
  classifyField,
  classifyGoal,
  classifyTaskHeading,
  isSpendingPlan,
  type GoalKey,
  type TaskKey
} from './labels.js'
import {memoise} from './memoise.js'

/** What a label may stand for outside the indicators; the readers of all blocks ask about the same cells. */
export interface LabelMeaning {
  field: FieldKey | undefined
  goal: GoalKey | undefined
  task: TaskKey | undefined
  isPlan: boolean
  funds: FundsKey | undefined
  fundsColumn: FundsColumn | undefined
  isFundsHeading: boolean
  isLooseFundsHeading: boolean
  isLooseTotal: boolean
  /** Whether it says anything of funds. */
  isAboutFunds: boolean
}

/** What a label may stand for; takes a normalised label. Texts that are no label have all the same empty meaning. */
export function meaningOf(label: string): LabelMeaning {
  // Amounts, dates and codes differ from form to form.
  return label.length < 2 || /^[!-~]+$/.test(label) ? none : judge(label)
}

const none: LabelMeaning = {
  field: undefined,
  goal: undefined,
  task: undefined,
  isPlan: false,
  funds: undefined,
  fundsColumn: undefined,
  isFundsHeading: false,
  isLooseFundsHeading: false,
  isLooseTotal: false,
  isAboutFunds: false
}

const judge = memoise((label): LabelMeaning => {
  const funds = classifyFunds(label)
  const fundsColumn = classifyFundsColumn(label)
  const opens = isFundsHeading(label)
  const loose = isLooseFundsHeading(label)
  const total = isLooseTotal(label)
  return {
    field: classifyField(label),
    goal: classifyGoal(label),
    task: classifyTaskHeading(label),
    isPlan: isSpendingPlan(label),
    funds,
    fundsColumn,
    isFundsHeading: opens,
    isLooseFundsHeading: loose,
    isLooseTotal: total,
    isAboutFunds: funds !== undefined || fundsColumn !== undefined || opens || loose || total
  }
})
