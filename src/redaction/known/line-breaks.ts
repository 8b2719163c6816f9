/** A line break and what programs put round it when they break a value: quoted-printable, continuations, literals that are joined, quoted mail. */
export const lineBreak =
  '(?:=|\\\\|["\'`][ \\t]{0,4}[+.]?[ \\t]{0,4}|[ \\t]{1,8})?(?:\\r?\\n|\\\\r\\\\n|\\\\n)[ \\t>|]{0,32}["\'`]?';
