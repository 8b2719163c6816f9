/** A value that must not be shown: whatever prints it gets the mask. Only `reveal` gives it away. */

const inspect = Symbol.for('nodejs.util.inspect.custom');

export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one request or comparison that needs it. */
  reveal(): string {
    return this.#value;
  }

  /** `••••••1234`; the last four characters only of a secret long enough to spare them. */
  get masked(): string {
    return `••••••${this.suffix}`;
  }

  /** The last four characters, '' of anything shorter than twelve: what dashboards show to tell secrets apart. */
  get suffix(): string {
    return this.#value.length >= 12 ? this.#value.slice(-4) : '';
  }

  toString(): string {
    return this.masked;
  }

  toJSON(): string {
    return this.masked;
  }

  [inspect](): string {
    return this.masked;
  }
}

export function isSecret(value: unknown): value is Secret {
  return value instanceof Secret;
}
