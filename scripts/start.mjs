import {installWhatIsMissing, run} from './install.mjs'

installWhatIsMissing()
run('npx', ['webpack', '--mode', 'production'])
const examples = ['正确-项目目标表', '正确-项目自评表', '错误-常见错误'].map(
  (name) => `examples/${name}.xlsx`
)
console.log(
  `\n检查示例工作簿 / checking example workbooks: node dist/linter/jixiao-lint.cjs ${examples.join(' ')}`
)
run('node', ['dist/linter/jixiao-lint.cjs', ...examples], {allow: [0, 1]})
console.log(`
两份正确的表没有问题，另一份的错误是故意放的。接下来：
  node dist/linter/jixiao-lint.cjs 您的文件夹          检查自己的工作簿
  node dist/linter/jixiao-lint.cjs examples            全部示例，每条规则一张错表
  node dist/linter/jixiao-lint.cjs inspect 文件.xlsx   看看认出了什么
  node dist/linter/jixiao-lint.cjs explain wrong-year  一条规则的说明和示例
  README.zh-CN.md                                      完整手册

Two of the forms are right; the mistakes in the third are planted. Next: check a folder of your own or all the examples,
"inspect" a file, "explain" a rule; add --locale en for English, see README.md.`)
