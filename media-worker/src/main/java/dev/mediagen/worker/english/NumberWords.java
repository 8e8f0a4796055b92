package dev.mediagen.worker.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Numbers in words.
final class NumberWords {
    private static final int MAX_DIGITS = 15;
    private static final List<String> ONES = List.of(
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                            + " seventeen eighteen nineteen")
                    .split(" "));
    private static final List<String> TENS =
            List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final List<String> SCALES = List.of("", "thousand", "million", "billion", "trillion");
    private static final Map<String, String> ORDINALS = Map.of(
            "one", "first", "two", "second", "three", "third", "five", "fifth", "eight", "eighth", "nine", "ninth",
            "twelve", "twelfth");

    private NumberWords() {}

    /// `1,234.50`, `.5`, `007`: digit groups may have commas.
    static List<String> number(String written) {
        var plain = written.replace(",", "");
        int point = plain.indexOf('.');
        if (point < 0) return whole(plain);
        var words = new ArrayList<>(point == 0 ? List.of("zero") : whole(plain.substring(0, point)));
        words.add("point");
        words.addAll(digits(plain.substring(point + 1)));
        return words;
    }

    private static List<String> whole(String digits) {
        boolean code = digits.length() > MAX_DIGITS || digits.length() > 1 && digits.startsWith("0");
        return code ? digits(digits) : cardinal(Long.parseLong(digits));
    }

    static List<String> digits(String digits) {
        return digits.chars()
                .filter(Character::isDigit)
                .mapToObj(digit -> ONES.get(Character.digit(digit, 10)))
                .toList();
    }

    static List<String> cardinal(long value) {
        if (value == 0) return List.of("zero");
        var words = new ArrayList<String>();
        long divisor = 1_000_000_000_000L;
        for (int scale = SCALES.size() - 1; scale >= 0; scale--, divisor /= 1000) {
            long group = value / divisor % 1000;
            if (scale == SCALES.size() - 1) group = value / divisor;
            if (group == 0) continue;
            words.addAll(belowThousand((int) group));
            if (scale > 0) words.add(SCALES.get(scale));
        }
        return words;
    }

    private static List<String> belowThousand(int value) {
        var words = new ArrayList<String>();
        if (value >= 100) words.addAll(List.of(ONES.get(value / 100), "hundred"));
        int rest = value % 100;
        if (rest >= 20) {
            words.add(TENS.get(rest / 10));
            rest %= 10;
        }
        if (rest > 0) words.add(ONES.get(rest));
        return words;
    }

    static List<String> ordinal(long value) {
        var words = new ArrayList<>(cardinal(value));
        var last = words.removeLast();
        if (ORDINALS.containsKey(last)) words.add(ORDINALS.get(last));
        else words.add(last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th");
        return words;
    }

    /// Four digits as a year: nineteen eighty four, two thousand five, nineteen oh five, twenty ten.
    static List<String> year(int year) {
        if (year % 1000 < 10) return cardinal(year);
        var words = new ArrayList<>(cardinal(year / 100));
        int rest = year % 100;
        if (rest == 0) words.add("hundred");
        else if (rest < 10) words.add("oh");
        if (rest > 0) words.addAll(cardinal(rest));
        return words;
    }

    /// The last word in the plural: nineteen eighties.
    static List<String> plural(List<String> words) {
        var all = new ArrayList<>(words);
        var last = all.removeLast();
        all.add(last.endsWith("y") ? last.substring(0, last.length() - 1) + "ies" : last + "s");
        return all;
    }
}
