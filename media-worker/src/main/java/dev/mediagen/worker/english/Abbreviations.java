package dev.mediagen.worker.english;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words that are written shorter than they are said.
final class Abbreviations {
    /// Said like this wherever they stand.
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            entry("Mr.", "mister"),
            entry("Mrs.", "missus"),
            entry("Ms.", "miz"),
            entry("Mr", "mister"),
            entry("Mrs", "missus"),
            entry("Ms", "miz"),
            entry("Prof.", "professor"),
            entry("Gen.", "general"),
            entry("Sen.", "senator"),
            entry("Rep.", "representative"),
            entry("Gov.", "governor"),
            entry("Capt.", "captain"),
            entry("Sgt.", "sergeant"),
            entry("Lt.", "lieutenant"),
            entry("Rev.", "reverend"),
            entry("Jr.", "junior"),
            entry("Sr.", "senior"),
            entry("e.g.", "for example"),
            entry("i.e.", "that is"),
            entry("etc.", "et cetera"),
            entry("vs.", "versus"),
            entry("vs", "versus"),
            entry("approx.", "approximately"),
            entry("dept.", "department"),
            entry("Inc.", "incorporated"),
            entry("Ltd.", "limited"),
            entry("Corp.", "corporation"),
            entry("Co.", "company"),
            entry("Ave.", "avenue"),
            entry("Blvd.", "boulevard"),
            entry("Rd.", "road"),
            entry("Mt.", "mount"),
            entry("Ft.", "fort"),
            entry("a.m.", "ay m"),
            entry("p.m.", "p m"),
            entry("Ph.D.", "p h d"),
            entry("PhD", "p h d"),
            entry("Jan.", "January"),
            entry("Feb.", "February"),
            entry("Apr.", "April"),
            entry("Aug.", "August"),
            entry("Sept.", "September"),
            entry("Sep.", "September"),
            entry("Oct.", "October"),
            entry("Nov.", "November"),
            entry("Dec.", "December"),
            entry("Mon.", "Monday"),
            entry("Tues.", "Tuesday"),
            entry("Thurs.", "Thursday"),
            entry("Fri.", "Friday"),
            entry("w/o", "without"),
            entry("w/", "with"));
    /// Said like this after a number.
    private static final Map<String, String> UNITS = Map.ofEntries(
            entry("km/h", "kilometer per hour"),
            entry("mph", "mile per hour"),
            entry("km", "kilometer"),
            entry("cm", "centimeter"),
            entry("mm", "millimeter"),
            entry("m", "meter"),
            entry("kg", "kilogram"),
            entry("mg", "milligram"),
            entry("g", "gram"),
            entry("lbs", "pound"),
            entry("lb", "pound"),
            entry("oz", "ounce"),
            entry("ft", "foot"),
            entry("GB", "gigabyte"),
            entry("MB", "megabyte"),
            entry("TB", "terabyte"),
            entry("kB", "kilobyte"),
            entry("KB", "kilobyte"),
            entry("GHz", "gigahertz"),
            entry("MHz", "megahertz"),
            entry("kHz", "kilohertz"),
            entry("Hz", "hertz"),
            entry("kWh", "kilowatt hour"),
            entry("kW", "kilowatt"),
            entry("W", "watt"),
            entry("ml", "milliliter"),
            entry("l", "liter"),
            entry("ms", "millisecond"),
            entry("s", "second"),
            entry("min", "minute"),
            entry("h", "hour"),
            entry("hrs", "hour"),
            entry("°C", "degree celsius"),
            entry("°F", "degree fahrenheit"),
            entry("°", "degree"));

    private Abbreviations() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        "(?<=(?<![\\d.,])1\\s?)(" + anyOf(UNITS) + ")(?![\\p{L}\\p{N}])",
                        match -> words(UNITS.get(match.group(1)))),
                Rule.of("(?<=\\d\\s?)(" + anyOf(UNITS) + ")(?![\\p{L}\\p{N}])", match -> unit(match.group(1))),
                Rule.of(
                        "(?<![\\p{L}\\p{N}])(" + anyOf(ALWAYS) + ")(?![\\p{L}\\p{N}])",
                        match -> words(ALWAYS.get(match.group(1)))),
                Rule.of("Dr\\.(?=\\s+\\p{Lu})", match -> List.of("doctor")),
                Rule.of("Dr\\.", match -> List.of("drive")),
                Rule.of("Dr(?!\\p{L})", match -> List.of("doctor")),
                Rule.of("St\\.(?=\\s+\\p{Lu})", match -> List.of("saint")),
                Rule.of("St\\.", match -> List.of("street")),
                Rule.of("No\\.(?=\\s?\\d)", match -> List.of("number")),
                Rule.of("(?:\\p{Lu}\\.){2,12}", match -> Letters.spell(match.group())));
    }

    private static List<String> unit(String sign) {
        var words = words(UNITS.get(sign));
        var first = words.getFirst();
        var plural = first.equals("foot") ? "feet" : first.endsWith("hertz") ? first : first + "s";
        return Quantities.concat(List.of(plural), words.subList(1, words.size()));
    }

    private static List<String> words(String said) {
        return List.of(said.split(" "));
    }

    private static String anyOf(Map<String, String> table) {
        return table.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
