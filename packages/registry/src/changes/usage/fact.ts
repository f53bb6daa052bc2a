/**
 * Something about an operation that a change of the schema can spoil. Coordinates are whole ones, so nothing is ever
 * matched by the beginning of a name, and an alias is in none of them.
 */
export type Fact =
  /** A field, on the type whose selection names it. */
  | `selects ${string}`
  /** A field of an object type, also through an interface. */
  | `reaches ${string}`
  /** A type: it walks through it, names it, or has a variable of it. */
  | `uses ${string}`
  /** The type of a field that it selects. */
  | `returns ${string}`
  /** What an object of the first type answers where the second, abstract type stands. */
  | `reads ${string} through ${string}`
  /** An argument, a field of an input or a value of an enum. May send it, where a variable can hold it. */
  | `sends ${string}`
  /** An argument or a field of an input that it leaves out, or may leave out. */
  | `omits ${string}`
  /** Null, or a variable that may hold null: for the value itself at depth 0, for the items of a list at depth 1. */
  | `nulls ${string} at ${number}`
  /** A value of an input type. */
  | `fills ${string}`
  /** A value of an input type that may have other than exactly one field. */
  | `mixes ${string}`
  /** A directive, also with its location. */
  | `applies ${string}`
  | `repeats ${string}`;
