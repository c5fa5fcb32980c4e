import {decodeState, encodeState, stateNamespace} from '../../../shared/workbook/document-state.js'
import {HostError} from '../host-error.js'

/** Reads our part of the document; the first readable one where there are several. */
export async function loadPart(context: Excel.RequestContext): Promise<unknown> {
  const parts = context.workbook.customXmlParts.getByNamespace(stateNamespace)
  parts.load('items/id')
  await context.sync()
  const texts = parts.items.map((part) => part.getXml())
  if (texts.length > 0) await context.sync()
  for (const {value} of texts) {
    const state = decodeState(value)
    if (state !== undefined) return state
  }
  return undefined
}

/** Replaces our part of the document; `undefined` removes it. */
export async function savePart(context: Excel.RequestContext, state: unknown): Promise<void> {
  const parts = context.workbook.customXmlParts.getByNamespace(stateNamespace)
  parts.load('items/id')
  await context.sync()
  for (const part of parts.items) part.delete()
  if (state !== undefined) context.workbook.customXmlParts.add(encodeState(state))
  await context.sync()
}

const key = 'jixiao-lint'

/** What the add-in's settings in the document hold: the way of editions without custom XML parts. */
export function loadSetting(): unknown {
  const text: unknown = Office.context.document.settings.get(key)
  if (typeof text !== 'string') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Keeps a value in the add-in's settings of the document; `undefined` removes it. Rejects with a {@link HostError}. */
export function saveSetting(state: unknown): Promise<void> {
  const {settings} = Office.context.document
  if (state === undefined) settings.remove(key)
  else settings.set(key, JSON.stringify(state))
  return new Promise((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve()
      else
        reject(
          new HostError(
            'failed',
            {
              zh: `设置没有存入文档（${result.error.message}）。请确认工作簿不是只读的，再试一次。`,
              en: `The settings could not be kept in the document (${result.error.message}). Make sure the workbook is not read-only and try again.`
            },
            {cause: result.error}
          )
        )
    })
  })
}
