/** Waits until it is so; throws, saying what it waited for, when it is not so in eight seconds. */
export async function until(isSo: () => boolean | Promise<boolean>, patience = 8000): Promise<void> {
  const end = performance.now() + patience
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited ${patience} ms in vain for ${String(isSo)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
