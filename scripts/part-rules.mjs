import ts from 'typescript'

const toRead = new Set(['title', 'why', 'traps', 'examples'])

/** Whether a part of the pane needs a property of a rule. */
const needs = {
  /** The page: what is listed and set. */
  names: (name) => ['id', 'group', 'severity', 'fix', 'title', 'options'].includes(name),
  /** The pages of the rules. */
  pages: (name) => ['id', 'group', 'severity', 'fix', 'basis'].includes(name) || toRead.has(name),
  /** Checks, with their messages in Chinese. */
  checks: (name) => !toRead.has(name),
  /** The messages in English, for whoever wants them. */
  english: (name) => ['id', 'messages'].includes(name)
}

/** The language of messages that a part does without. */
const unspoken = {checks: 'en', english: 'zh'}

/**
 * A transformer for ts-loader that leaves out of every `defineRule({…})` what a part of the pane does without: the page
 * needs names of rules, its worker their checks, and their texts and examples come when somebody reads them. What only
 * the left-out properties used goes, too.
 */
export function partRules(part) {
  return (context) => (file) => {
    let found = false
    const inPreset = part === 'checks' && /[\\/]rules[\\/]presets[\\/]/.test(file.fileName)
    const visit = (node) => {
      if (inPreset && isText(node)) return undefined
      const definition = definitionIn(node)
      if (!definition) return ts.visitEachChild(node, visit, context)
      found = true
      const {factory} = context
      const properties = definition.properties
        .filter(({name}) => !(name && ts.isIdentifier(name)) || needs[part](name.text))
        .map((property) => withoutLanguage(property, unspoken[part], factory))
      const [, ...rest] = node.arguments
      return factory.updateCallExpression(node, node.expression, node.typeArguments, [
        factory.updateObjectLiteralExpression(definition, properties),
        ...rest
      ])
    }
    const visited = ts.visitNode(file, visit)
    return found ? context.factory.updateSourceFile(visited, usedStatements(visited.statements)) : visited
  }
}

/** What a preset says to people: its title, what it is about, the reason of a change. */
function isText(node) {
  return (
    ts.isPropertyAssignment(node) &&
    ['title', 'about', 'reason'].includes(node.name.text) &&
    ts.isObjectLiteralExpression(node.initializer)
  )
}

/** The object of a call `defineRule({…})`. */
function definitionIn(node) {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined
  const [definition] = node.arguments
  return node.expression.text === 'defineRule' && definition && ts.isObjectLiteralExpression(definition)
    ? definition
    : undefined
}

/** `messages: {zh: …, en: …}` without one of them. */
function withoutLanguage(property, language, factory) {
  if (
    !language ||
    !ts.isPropertyAssignment(property) ||
    property.name.text !== 'messages' ||
    !ts.isObjectLiteralExpression(property.initializer)
  )
    return property
  const kept = property.initializer.properties.filter(({name}) => name?.text !== language)
  return factory.updatePropertyAssignment(
    property,
    property.name,
    factory.updateObjectLiteralExpression(property.initializer, kept)
  )
}

/** Statements that something exported needs; imports stay, the bundler drops those that are not used. */
function usedStatements(statements) {
  const waiting = statements.filter((statement) => namesIn(statement).length > 0 && !isExported(statement))
  const used = new Set(statements.filter((statement) => !waiting.includes(statement)))
  const words = new Set([...used].flatMap(identifiersIn))
  for (let grew = true; grew;) {
    grew = false
    for (const statement of waiting) {
      if (used.has(statement) || !namesIn(statement).some((name) => words.has(name))) continue
      used.add(statement)
      for (const word of identifiersIn(statement)) words.add(word)
      grew = true
    }
  }
  return statements.filter((statement) => used.has(statement))
}

/** What a statement declares. */
function namesIn(statement) {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name ? [statement.name.text] : []
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({name}) => identifiersIn(name))
}

function isExported(statement) {
  return statement.modifiers?.some(({kind}) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}

function identifiersIn(node) {
  const found = ts.isIdentifier(node) ? [node.text] : []
  ts.forEachChild(node, (child) => void found.push(...identifiersIn(child)))
  return ts.isImportDeclaration(node) ? [] : found
}
