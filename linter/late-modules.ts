/**
 * Modules of Node that a plain run does without; imported at the head of a file, each would be loaded at every start and
 * take a few milliseconds.
 */
export const loadCrypto = () => process.getBuiltinModule('node:crypto')
export const loadThreads = () => process.getBuiltinModule('node:worker_threads')
