package dev.mediagen.worker.english;

import static dev.mediagen.worker.english.NumberWords.cardinal;
import static dev.mediagen.worker.english.NumberWords.digits;
import static dev.mediagen.worker.english.NumberWords.number;
import static dev.mediagen.worker.english.NumberWords.ordinal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/// Money, measures, fractions, ranges and all other numbers.
final class Quantities {
    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3}){1,8}(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)";
    private static final String NOT_IN_WORD = "(?![\\p{L}\\p{N}])";
    private static final String SCALE = "(?:\\s?(thousand|million|billion|trillion|bn|[kKmMB])" + NOT_IN_WORD + ")?";
    private static final Map<String, String> SCALES =
            Map.of("k", "thousand", "K", "thousand", "m", "million", "M", "million", "bn", "billion", "B", "billion");
    private static final Map<String, String> COINS = Map.of("$", "cent", "€", "cent", "£", "pence", "¥", "sen");
    private static final Map<String, String> CURRENCIES = Map.of("$", "dollar", "€", "euro", "£", "pound", "¥", "yen");

    private Quantities() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        "([$€£¥])\\s?" + NUMBER + SCALE,
                        match -> money(match.group(1), match.group(2), match.group(3))),
                Rule.of(NUMBER + SCALE + "\\s?([€£])", match -> money(match.group(3), match.group(1), match.group(2))),
                Rule.of(
                        "\\+?(?:\\d{1,3}[ -])?(?:\\(\\d{3}\\)\\s?|\\d{3}-)\\d{3}-\\d{4}" + NOT_IN_WORD,
                        Quantities::phone),
                Rule.of("\\d{3}-\\d{4}" + NOT_IN_WORD, Quantities::phone),
                Rule.of(
                        "(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?:st|nd|rd|th)" + NOT_IN_WORD,
                        match -> ordinal(whole(match))),
                Rule.of("\\d+(?:\\.\\d+){2,8}", match -> points(match.group())),
                Rule.of("(\\d{1,3})/(\\d{1,3})(?![/\\d])", match -> fraction(whole(match), match.group(2))),
                Rule.of("(?<![\\p{L}\\p{N}.)])[-−]" + NUMBER, match -> prefixed("minus", number(match.group(1)))),
                Rule.of(NUMBER, match -> number(match.group(1))),
                Rule.of("(?<=\\d)%|(?<=\\d )%", match -> List.of("percent")),
                Rule.of("(?<=\\d)\\s?[-–]\\s?(?=[$€£]?\\d)", match -> List.of("to")));
    }

    private static long whole(MatchResult match) {
        return Long.parseLong(match.group(1).replace(",", ""));
    }

    private static List<String> money(String sign, String amount, String scale) {
        var plain = amount.replace(",", "");
        var unit = CURRENCIES.get(sign);
        int point = plain.indexOf('.');
        boolean coined = scale == null && point >= 0 && point <= 15 && plain.length() - point == 3;
        if (!coined) {
            var words = new ArrayList<>(number(amount));
            if (scale != null) words.add(SCALES.getOrDefault(scale, scale));
            words.add(plain.equals("1") && scale == null ? unit : many(unit));
            return words;
        }
        long whole = point == 0 ? 0 : Long.parseLong(plain.substring(0, point));
        int coins = Integer.parseInt(plain.substring(point + 1));
        var words = new ArrayList<String>();
        if (whole > 0 || coins == 0) words.addAll(amounts(whole, unit));
        if (whole > 0 && coins > 0) words.add("and");
        if (coins > 0) words.addAll(amounts(coins, COINS.get(sign)));
        return words;
    }

    private static List<String> amounts(long count, String unit) {
        var words = new ArrayList<>(cardinal(count));
        words.add(count == 1 ? unit : many(unit));
        return words;
    }

    private static String many(String unit) {
        return unit.equals("yen") || unit.equals("pence") || unit.equals("sen") ? unit : unit + "s";
    }

    private static List<String> phone(MatchResult match) {
        return digits(match.group());
    }

    private static List<String> points(String version) {
        var words = new ArrayList<String>();
        for (var piece : version.split("\\.")) {
            if (!words.isEmpty()) words.add("point");
            words.addAll(number(piece));
        }
        return words;
    }

    private static List<String> fraction(long above, String below) {
        int under = Integer.parseInt(below);
        if (above == 0 || under < 2 || under > 20 || above >= under) {
            var words = new ArrayList<>(cardinal(above));
            words.add("over");
            words.addAll(cardinal(under));
            return words;
        }
        var parts = under == 2 ? List.of("half") : under == 4 ? List.of("quarter") : ordinal(under);
        return concat(cardinal(above), above == 1 ? parts : NumberWords.plural(parts));
    }

    private static List<String> prefixed(String first, List<String> rest) {
        return concat(List.of(first), rest);
    }

    static List<String> concat(List<String> first, List<String> rest) {
        var all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }
}
