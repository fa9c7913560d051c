/** What people are called and what sentences are made of: looked up as somebody's name where it may be one. */
export const firstNames: ReadonlySet<string> = new Set(
  `will may grant mark rob bill art grace hope joy faith rose dawn jack jay drew chase dean earl frank gene guy hank
  lance miles nick norm pat penny peg ray rich rusty sandy sue sunny ty wade jan april june august summer max pierce
  chip skip buck cliff dale heath iris ivy jade olive pearl ruby violet carol melody mercy eve bo cy al ed lee
  bob ben dan don jim ken ron sam tom tim ted jo josh stew basil carter christian crystal daisy dee ernest forest
  gay ginger harmony holly hunter mason page reed robin scarlet stone victor`.split(/\s+/),
);
