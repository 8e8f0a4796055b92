package dev.mediagen.worker.english;

import static dev.mediagen.worker.english.NumberWords.cardinal;
import static dev.mediagen.worker.english.NumberWords.ordinal;
import static dev.mediagen.worker.english.NumberWords.plural;
import static dev.mediagen.worker.english.NumberWords.year;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/// Dates, years and times of day.
final class Calendar {
    private static final List<String> MONTHS =
            List.of("January February March April May June July August September October November December".split(" "));
    private static final String MONTH = "(?:" + String.join("|", MONTHS)
            + "|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";
    private static final String END = "(?![\\p{L}\\p{N}]|[.,:]\\d)";

    private Calendar() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        "(\\d{4})-(\\d{2})-(\\d{2})" + END,
                        match -> date(group(match, 1), group(match, 2), group(match, 3))),
                Rule.of(
                        "(\\d{1,2})/(\\d{1,2})/(\\d{4})" + END,
                        match -> date(group(match, 3), group(match, 1), group(match, 2))),
                Rule.of(
                        "(\\d{1,2}):(\\d{2})(?::\\d{2})?(\\s?[apAP](?:\\.[mM]\\.|[mM])(?!\\p{L}))?" + END,
                        Calendar::time),
                Rule.of("(\\d{1,2})()(\\s?[apAP](?:\\.[mM]\\.|[mM])(?!\\p{L}))", Calendar::time),
                Rule.of("(?<=" + MONTH + "\\s)(\\d{1,2})" + END, Calendar::day),
                Rule.of("(\\d{1,2})(?=\\s+" + MONTH + "(?!\\p{L}))", Calendar::day),
                Rule.of("(1[1-9]\\d\\d|20\\d\\d)s" + END, match -> plural(year(group(match, 1)))),
                Rule.of("['’]?([2-9]0)s" + END, match -> plural(cardinal(group(match, 1)))),
                Rule.of(
                        "(19\\d\\d|20\\d\\d)(?!\\s?(?:%|km|kg|cm|mm|[$€£°]))(?![/\\p{L}\\p{N}]|[.,:]\\d)",
                        match -> year(group(match, 1))),
                Rule.of(
                        "(?<=(?:[Ii]n|[Ss]ince|[Cc]irca|[Yy]ear|[Bb]efore|[Aa]fter)\\s)(1[1-8]\\d\\d)" + END,
                        match -> year(group(match, 1))));
    }

    private static int group(MatchResult match, int index) {
        return Integer.parseInt(match.group(index));
    }

    private static List<String> day(MatchResult match) {
        int day = group(match, 1);
        return day >= 1 && day <= 31 ? ordinal(day) : null;
    }

    private static List<String> date(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) return null;
        var words = new ArrayList<String>();
        words.add(MONTHS.get(month - 1));
        words.addAll(ordinal(day));
        words.addAll(year(year));
        return words;
    }

    private static List<String> time(MatchResult match) {
        int hour = group(match, 1);
        int minute = match.group(2).isEmpty() ? 0 : group(match, 2);
        var half = match.group(3);
        if (hour > 24 || minute > 59 || half != null && (hour < 1 || hour > 12)) return null;
        var words = new ArrayList<>(cardinal(hour));
        if (minute > 0 && minute < 10) words.add("oh");
        if (minute > 0) words.addAll(cardinal(minute));
        else if (half == null) words.add(hour >= 1 && hour <= 12 ? "o'clock" : "hundred");
        if (half != null)
            words.addAll(half.strip().toLowerCase().startsWith("a") ? List.of("ay", "m") : List.of("p", "m"));
        return words;
    }
}
