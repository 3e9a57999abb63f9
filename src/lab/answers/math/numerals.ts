import { westernDigits } from "../digits";

const CHINESE_NUMBER = /^([-−负負]?)([零〇一二两兩三四五六七八九十百千万萬]+)$/;
const CHINESE_DIGIT: Record<string, number> = {
  ...Object.fromEntries([..."零一二三四五六七八九"].map((digit, value) => [digit, value])),
  ...{ 〇: 0, 两: 2, 兩: 2 },
};
const CHINESE_UNIT: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 萬: 10_000 };

/** Digits of any script, and a Chinese number, as `0` to `9`. */
export function westernNumerals(text: string): string {
  const digits = westernDigits(text);
  const chinese = CHINESE_NUMBER.exec(digits.trim());
  return chinese ? `${chinese[1] === "" ? "" : "-"}${chineseValue(chinese[2]!)}` : digits;
}

/** `三百二十` is 320; digits without units, as in `二〇二六`, stand side by side. */
function chineseValue(text: string): number {
  if (![...text].some((character) => character in CHINESE_UNIT))
    return Number([...text].map((character) => CHINESE_DIGIT[character]).join(""));
  let whole = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of text) {
    const unit = CHINESE_UNIT[character];
    if (unit === undefined) digit = CHINESE_DIGIT[character]!;
    else if (unit === 10_000) {
      whole += (section + (digit ?? 0)) * unit;
      section = 0;
      digit = null;
    } else {
      section += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return whole + section + (digit ?? 0);
}
