package dev.mediagen.worker.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Addresses of the net, and signs that have a name.
final class Web {
    private static final Pattern PIECE = Pattern.compile("\\p{L}+|\\d+|[.@/_-]");
    private static final Map<String, String> SIGNS =
            Map.of(".", "dot", "@", "at", "/", "slash", "_", "underscore", "-", "dash");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("&", "and"),
            Map.entry("+", "plus"),
            Map.entry("@", "at"),
            Map.entry("=", "equals"),
            Map.entry("%", "percent"),
            Map.entry("©", "copyright"),
            Map.entry("×", "times"),
            Map.entry("÷", "divided by"),
            Map.entry("±", "plus or minus"),
            Map.entry("°", "degrees"),
            Map.entry("$", "dollars"),
            Map.entry("€", "euros"),
            Map.entry("£", "pounds"),
            Map.entry("½", "one half"),
            Map.entry("¼", "one quarter"),
            Map.entry("¾", "three quarters"),
            Map.entry("→", "to"),
            Map.entry("≈", "about"),
            Map.entry("§", "section"));

    private Web() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        "(?:https?://)?(?:[a-zA-Z0-9-]{1,63}\\.){1,8}(?:com|org|net|io|dev|gov|edu|co|uk|eu|de|app|ai)(?![\\p{L}\\p{N}])(?:[/?#][^\\s<>\"']*[\\p{L}\\p{N}/])?",
                        match -> address(match.group())),
                Rule.of("(?:https?://|www\\.)[^\\s<>\"']*[\\p{L}\\p{N}/]", match -> address(match.group())),
                Rule.of("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}", match -> address(match.group())));
    }

    static List<Rule> signs() {
        return List.of(
                Rule.of("#(?=\\p{L})", match -> List.of("hashtag")),
                Rule.of("#(?=\\d)", match -> List.of("number")),
                Rule.of(
                        "\\S",
                        match -> NAMED.containsKey(match.group())
                                ? List.of(NAMED.get(match.group()).split(" "))
                                : null));
    }

    private static List<String> address(String written) {
        var words = new ArrayList<String>();
        var pieces = PIECE.matcher(written.replaceFirst("^https?://", "").replaceFirst("/$", ""));
        while (pieces.find()) {
            var piece = pieces.group();
            if (SIGNS.containsKey(piece)) words.add(SIGNS.get(piece));
            else if (Character.isDigit(piece.charAt(0))) words.addAll(NumberWords.digits(piece));
            else {
                var said = piece.length() == 1 ? Letters.spell(piece) : Letters.word(piece);
                if (said != null) words.addAll(said);
            }
        }
        return words.isEmpty() ? null : words;
    }
}
