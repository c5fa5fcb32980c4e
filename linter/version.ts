import manifest from '../package.json' with {type: 'json'}

export const toolName = 'jixiao-lint'
export const toolVersion: string = manifest.version
