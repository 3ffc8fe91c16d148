package confidant.assistant;

import java.util.OptionalInt;

/** Reads small Chinese numbers: 五, 十二, 廿三, 三十一, 一九九四. Pure. */
final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";

    private Numerals() {}

    static OptionalInt read(String text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (text.chars().allMatch(Character::isDigit)) {
            return text.length() > 4 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
        }
        String plain = text.replace('零', '〇')
                .replace('两', '二')
                .replace("廿", "二十")
                .replace("卅", "三十")
                .replace("元", "一")
                .replace("正", "一");
        int hundred = plain.indexOf('百');
        if (hundred > 0) {
            OptionalInt rest = plain.length() == hundred + 1
                    ? OptionalInt.of(0)
                    : read(plain.substring(hundred + 1).replace("〇", ""));
            int hundreds = DIGITS.indexOf(plain.charAt(hundred - 1));
            return rest.isEmpty() || hundreds < 0 ? rest : OptionalInt.of(hundreds * 100 + rest.getAsInt());
        }
        int ten = plain.indexOf('十');
        return ten < 0 ? spelled(plain) : tens(plain, ten);
    }

    private static OptionalInt tens(String plain, int ten) {
        int tens = ten == 0 ? 1 : DIGITS.indexOf(plain.charAt(ten - 1));
        String unit = plain.substring(ten + 1);
        int units = unit.isEmpty() ? 0 : DIGITS.indexOf(unit.charAt(0));
        return tens < 0 || units < 0 || ten > 1 || unit.length() > 1
                ? OptionalInt.empty()
                : OptionalInt.of(tens * 10 + units);
    }

    private static OptionalInt spelled(String plain) {
        int value = 0;
        for (char c : plain.toCharArray()) {
            int digit = DIGITS.indexOf(c);
            if (digit < 0) {
                return OptionalInt.empty();
            }
            value = value * 10 + digit;
        }
        return plain.length() > 4 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
