import ts from 'typescript'

const pageOnly = ['why', 'traps', 'examples']
const checkOnly = ['create', 'messages']

/** What each part of the pane does without: names need neither, pages no checks, checks no pages. */
const unneeded = {
  names: new Set([...pageOnly, ...checkOnly]),
  pages: new Set(checkOnly),
  checks: new Set(pageOnly)
}

/**
 * A transformer for ts-loader that leaves out of every `defineRule({…})` what a part of the pane does without: the page
 * needs names of rules, its worker their checks, and their texts and examples come when somebody reads them.
 */
export function partRules(part) {
  const dropped = unneeded[part]
  return (context) => (file) => {
    const visit = (node) => {
      if (
        ts.isCallExpression(node) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'defineRule'
      ) {
        const [definition, ...rest] = node.arguments
        if (definition && ts.isObjectLiteralExpression(definition)) {
          const {factory} = context
          const properties = definition.properties.filter(
            ({name}) => !(name && ts.isIdentifier(name) && dropped.has(name.text))
          )
          return factory.updateCallExpression(node, node.expression, node.typeArguments, [
            factory.updateObjectLiteralExpression(definition, properties),
            ...rest
          ])
        }
      }
      return ts.visitEachChild(node, visit, context)
    }
    return ts.visitNode(file, visit)
  }
}
