package dev.mediagen.alignment.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Texts over many scripts, put together from awkward pieces.
public final class RandomTexts {
    private static final List<String> PIECES = List.of(
            "hello",
            "it’s",
            "well-known",
            "3.14",
            "$5.20",
            "Ünïcødé",
            "e\u0301te\u0301",
            "Zu\u0308rich",
            "naïve",
            "привет",
            "здравствуйте",
            "東京タワー",
            "は",
            "高い",
            "。",
            "สวัสดีครับ",
            "안녕하세요",
            "مرحبا",
            "नमस्ते",
            "क्षत्रिय",
            "👩‍👩‍👧‍👦",
            "🇫🇮",
            "👍🏽",
            "𝒳",
            "ﬁ",
            "½",
            "…",
            ",",
            ".",
            "!",
            "?",
            "—",
            "\"",
            "(",
            ")",
            "\n",
            "\r\n",
            "\t",
            "\u00a0",
            "-->",
            "<b>&</b>",
            "a",
            "the",
            "and",
            "Dr.",
            "U.S.");

    private RandomTexts() {}

    public static Stream<String> of(int count) {
        return Stream.iterate(1, seed -> seed + 1).limit(count).map(seed -> text(new Random(seed)));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        int pieces = 1 + random.nextInt(60);
        for (int i = 0; i < pieces; i++) {
            text.append(random.nextInt(4) == 0 ? "" : " ").append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /// Cuts a text anywhere, also inside surrogate pairs and clusters.
    public static List<String> split(String text, Random random) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + 1 + random.nextInt(2));
            parts.add(text.substring(from, to));
            from = to;
        }
        return parts;
    }
}
