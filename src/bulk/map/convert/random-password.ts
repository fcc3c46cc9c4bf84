import { randomBytes } from "node:crypto";

/** 64 characters, so that 6 random bits are one of them. Left out is what looks like something else: 0 O o 1 I l. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!#%+-=?@";

const LENGTH = 24;

/** What rules for passwords ask for. */
const CLASSES = [/[A-Z]/, /[a-z]/, /[2-9]/, /[^A-Za-z2-9]/];

/** Makes a password of 24 characters, about 143 bits, with upper and lower case, a digit and a sign. */
export function randomPassword(): string {
  let password = "";
  // Whole passwords are drawn again, so that each possible one is as likely as any other.
  while (!CLASSES.every((one) => one.test(password))) password = draw();
  return password;
}

function draw(): string {
  let drawn = "";
  for (const byte of randomBytes(LENGTH)) drawn += ALPHABET[byte % ALPHABET.length];
  return drawn;
}
