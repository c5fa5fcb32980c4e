import {installWhatIsMissing, run} from './install.mjs'

installWhatIsMissing()
run('npx', ['webpack', '--mode', 'production'])
console.log('\n检查示例工作簿 / checking the example workbooks: node dist/linter/jixiao-lint.cjs examples\n')
run('node', ['dist/linter/jixiao-lint.cjs', 'examples'], {allow: [0, 1]})
console.log(`
示例里的错误是故意放的。接下来：
  node dist/linter/jixiao-lint.cjs 你的文件夹        检查自己的工作簿
  node dist/linter/jixiao-lint.cjs inspect 文件.xlsx  看看认出了什么
  node dist/linter/jixiao-lint.cjs explain wrong-year 一条规则的说明和示例
  README.zh-CN.md                                     完整手册

The mistakes in the examples are planted. Next: check a folder of your own, "inspect" a file, "explain" a rule; see README.md.`)
