import { randomInt } from "node:crypto";

/** Letters and digits that nobody mistakes for one another. */
const signs = "abcdefghjkmnpqrstuvwxyz23456789";

const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join("");

/** A random password that can be read aloud: four groups of five signs, 99 bits. */
export function generatedPassword(): string {
  return Array.from({ length: 4 }, group).join("-");
}
