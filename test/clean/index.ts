import type {CleanWorkbook} from './clean-workbook.js'
import {bondRentalHousing} from './bond-rental-housing.js'
import {central2021Meteorology} from './central-2021-meteorology.js'
import {chongqingScience} from './chongqing-science.js'
import {citySupportTexts} from './city-support-texts.js'
import {decimalPointsArchives} from './decimal-points-archives.js'
import {digitalGovernment} from './digital-government.js'
import {emergencySafety} from './emergency-safety.js'
import {farmlandTransfer} from './farmland-transfer.js'
import {fujianAgriculture} from './fujian-agriculture.js'
import {guangdongCulture} from './guangdong-culture.js'
import {hebeiCivilAffairs} from './hebei-civil-affairs.js'
import {hebeiDepartmentText} from './hebei-department-text.js'
import {hospitalSpecialties} from './hospital-specialties.js'
import {hubeiEvaluationLibrary} from './hubei-evaluation-library.js'
import {humanResources} from './human-resources.js'
import {hunanLongTerm} from './hunan-long-term.js'
import {hunanStandardsSports} from './hunan-standards-sports.js'
import {investmentGrowth} from './investment-growth.js'
import {jiangxiForestry} from './jiangxi-forestry.js'
import {levelsOfGoalsLibrary} from './levels-of-goals-library.js'
import {monitoringOldCommunities} from './monitoring-old-communities.js'
import {monitoringTeachers} from './monitoring-teachers.js'
import {nationalWaterEvaluation} from './national-water-evaluation.js'
import {ningxiaRoads} from './ningxia-roads.js'
import {officeArchives} from './office-archives.js'
import {pointsFirstEducation} from './points-first-education.js'
import {proseEvaluationReport} from './prose-evaluation-report.js'
import {proseReportWater} from './prose-report-water.js'
import {qualitativeEvaluation} from './qualitative-evaluation.js'
import {reservoirResettlement} from './reservoir-resettlement.js'
import {rowsVillageWorks} from './rows-village-works.js'
import {shanghaiEnvironment} from './shanghai-environment.js'
import {sichuanHealth} from './sichuan-health.js'
import {sichuanPolice} from './sichuan-police.js'
import {transferPaymentHealth} from './transfer-payment-health.js'
import {unheadedOutreach} from './unheaded-outreach.js'
import {verticalApplication} from './vertical-application.js'

/** Workbooks without a mistake, over the layouts in use. */
export const cleanWorkbooks: CleanWorkbook[] = [
  bondRentalHousing,
  central2021Meteorology,
  chongqingScience,
  citySupportTexts,
  decimalPointsArchives,
  digitalGovernment,
  emergencySafety,
  farmlandTransfer,
  fujianAgriculture,
  guangdongCulture,
  hebeiCivilAffairs,
  hebeiDepartmentText,
  hospitalSpecialties,
  hubeiEvaluationLibrary,
  humanResources,
  hunanLongTerm,
  hunanStandardsSports,
  investmentGrowth,
  jiangxiForestry,
  levelsOfGoalsLibrary,
  monitoringOldCommunities,
  monitoringTeachers,
  nationalWaterEvaluation,
  ningxiaRoads,
  officeArchives,
  pointsFirstEducation,
  proseEvaluationReport,
  proseReportWater,
  qualitativeEvaluation,
  reservoirResettlement,
  rowsVillageWorks,
  shanghaiEnvironment,
  sichuanHealth,
  sichuanPolice,
  transferPaymentHealth,
  unheadedOutreach,
  verticalApplication
]
