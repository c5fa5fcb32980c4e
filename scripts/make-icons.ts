import {readFileSync, writeFileSync} from 'node:fs'
import {Resvg} from '@resvg/resvg-js'

/** Sizes that the manifest names, in pixels; small ones have a drawing of their own. */
const drawings: Record<string, number[]> = {
  'icon-small.svg': [16],
  'icon.svg': [32, 64, 80, 128]
}

for (const [drawing, sizes] of Object.entries(drawings)) {
  const svg = readFileSync(`addin/icons/${drawing}`, 'utf8')
  for (const size of sizes) {
    const png = new Resvg(svg, {fitTo: {mode: 'width', value: size}}).render().asPng()
    writeFileSync(`addin/icons/icon-${size}.png`, png)
  }
}
