import ts from 'typescript'

/** What only a rule's page needs: long texts and example sheets. */
const pageOnly = new Set(['why', 'traps', 'examples'])
/** What only its check needs. */
const checkOnly = new Set(['create', 'messages'])

/**
 * A transformer for ts-loader that leaves a part out of every `defineRule({…})`: the pane first loads the checks, and the
 * pages of rules when somebody reads one.
 */
export function partRules(kept) {
  const dropped = kept === 'checks' ? pageOnly : checkOnly
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
