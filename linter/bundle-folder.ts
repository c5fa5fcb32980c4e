declare const BUNDLED: true | undefined

/** The folder of the built program, where its worker threads lie; `undefined` when the sources run unbundled. */
export const bundleFolder: string | undefined = typeof BUNDLED === 'undefined' ? undefined : __dirname
