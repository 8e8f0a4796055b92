package dev.mediagen.image.prompt;

import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.image.ArtStyle;
import java.util.ArrayList;
import java.util.List;

/// Writes an image prompt: the headline's subject, whose manner, the caller's guidelines, and then as much of the
/// style's vocabulary as there is room for.
final class PromptTemplate {
    /// Raised with every change of wording, so that a prompt can be traced to what wrote it.
    private static final int VERSION = 1;
    /// Below this many code points only the subject is written.
    private static final int ROOM_FOR_STYLE = 60;

    private PromptTemplate() {}

    private static String version(StyleMix mix) {
        return "template/" + mix.id() + "@" + VERSION;
    }

    static Prompt write(PromptRequested request, StyleMix mix) {
        String subject = OneLine.of(request.headline());
        int room = request.maxLength();
        var warnings = new ArrayList<String>();
        var text = new StringBuilder();
        String manner = ", " + mix.artists();
        boolean styled = room >= ROOM_FOR_STYLE && TextCut.length(manner) <= room / 2;
        text.append(TextCut.to(subject, styled ? room - TextCut.length(manner) : room));
        if (TextCut.length(text.toString()) < TextCut.length(subject))
            warnings.add("maxLength: the headline was shortened");
        if (styled) text.append(manner);
        guidelines(text, request.styleGuidelines(), room, warnings);
        for (String clause : clauses(mix)) append(text, ", " + clause, room);
        return new Prompt(text.toString(), version(mix), List.copyOf(warnings));
    }

    /// Every guideline stands in the prompt in the caller's own words; what has no room is told.
    private static void guidelines(StringBuilder text, List<String> guidelines, int room, List<String> warnings) {
        if (guidelines == null) return;
        for (int i = 0; i < guidelines.size(); i++) {
            String guideline = OneLine.of(guidelines.get(i));
            if (guideline.isEmpty() || append(text, ", " + guideline, room)) continue;
            String part = TextCut.to(guideline, room - TextCut.length(text.toString()) - 2);
            if (!part.isEmpty()) text.append(", ").append(part);
            warnings.add("maxLength: styleGuidelines[" + i + "] did not fit");
        }
    }

    private static List<String> clauses(StyleMix mix) {
        ArtStyle brush = mix.deciding(0, 5);
        ArtStyle colour = mix.shares().size() > 1 ? mix.shares().get(1).style() : mix.first();
        return List.of(
                brush.medium(),
                brush.brushwork(),
                "a palette of " + colour.palette(),
                mix.deciding(2, 5).light(),
                mix.deciding(3, 5).composition(),
                "rich in detail, museum quality");
    }

    private static boolean append(StringBuilder text, String clause, int room) {
        if (TextCut.length(text.toString()) + TextCut.length(clause) > room) return false;
        text.append(clause);
        return true;
    }
}
