import manifest from '../package.json' with {type: 'json'}

/** The program's name, as users type it. */
export const toolName = 'jixiao-lint'
export const toolVersion: string = manifest.version
