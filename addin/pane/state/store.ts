/** A value that tells its listeners when it changes. */
export class Store<State extends object> {
  private readonly listeners = new Set<() => void>()

  constructor(private state: State) {}

  readonly get = (): State => this.state

  /** Replaces some fields; listeners are told once. */
  readonly set = (patch: Partial<State>): void => {
    this.state = {...this.state, ...patch}
    for (const listener of [...this.listeners]) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}
