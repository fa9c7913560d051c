/** Something that is already in the words of the viewer and goes into a sentence as it is: made by the voice alone. */
export interface Phrase {
  readonly said: string;
}

/** Names of which one will do ("Ana, Bo or Cy"); a bare list means all of them ("Ana, Bo and Cy"). */
export interface AnyOf {
  readonly anyOf: readonly (string | Phrase)[];
}

/** What may stand for `{name}`: a text that somebody typed, a number that nobody counts with, a phrase, or a list of names. */
export type Plain = string | number | Phrase | readonly (string | Phrase)[] | AnyOf;

interface Kinds {
  plain: Plain;
  /** Of plural, number and date: a count, a number, or a moment in milliseconds since 1970. */
  number: number;
  select: string | boolean;
}

/**
 * The placeholders of an ICU message, read from its text by the compiler: `[name, kind]` for each. Three states walk
 * from brace to brace: inside a text, at an argument, among the branches of a plural or select (`D` counts how deep).
 */
type InText<S extends string, Found, D extends 0[]> = S extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? AfterText<S, Found, D>
    : AtArgument<After, Found, D>
  : S extends `${string}}${string}`
    ? AfterText<S, Found, D>
    : Found;

type AfterText<S extends string, Found, D extends 0[]> = S extends `${string}}${infer Rest}`
  ? AmongBranches<Rest, Found, D>
  : Found;

type AtArgument<S extends string, Found, D extends 0[]> = S extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name}, plural,${string}`
    ? S extends `${string}, plural,${infer Branches}`
      ? AmongBranches<Branches, Found | [Name, 'number'], [...D, 0]>
      : never
    : Head extends `${infer Name}, select,${string}`
      ? S extends `${string}, select,${infer Branches}`
        ? AmongBranches<Branches, Found | [Name, 'select'], [...D, 0]>
        : never
      : Head extends `${infer Name}, ${string}`
        ? InText<Rest, Found | [Name, 'number'], D>
        : InText<Rest, Found | [Head, 'plain'], D>
  : never;

type AmongBranches<S extends string, Found, D extends 0[]> = S extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? AfterBranches<S, Found, D>
    : InText<After, Found, D>
  : AfterBranches<S, Found, D>;

type AfterBranches<S extends string, Found, D extends 0[]> = S extends `${string}}${infer Rest}`
  ? D extends [0, ...infer Outer extends 0[]]
    ? InText<Rest, Found, Outer>
    : Found
  : Found;

type Placeholders<S extends string> = InText<S, never, []>;

/** A name that is counted in one place and said in another is a number. */
type ValueOf<Kind> = 'number' extends Kind ? Kinds['number'] : 'select' extends Kind ? Kinds['select'] : Kinds['plain'];

/** The values that a message takes, by name. */
export type ValuesOf<S extends string> = {
  readonly [P in Placeholders<S> as P extends [infer Name extends string, unknown] ? Name : never]: ValueOf<
    Placeholders<S> extends infer Each
      ? Each extends [P extends [infer N, unknown] ? N : never, infer K]
        ? K
        : never
      : never
  >;
};

/** What follows the key: nothing, or the values. */
export type ArgumentsOf<S extends string> = [Placeholders<S>] extends [never] ? [] : [values: ValuesOf<S>];
