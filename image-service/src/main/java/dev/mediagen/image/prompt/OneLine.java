package dev.mediagen.image.prompt;

/// A text as a clause of a prompt.
public final class OneLine {
    private OneLine() {}

    /// One line, without control characters and closing punctuation.
    ///
    /// @param text null is blank
    public static String of(String text) {
        if (text == null) return "";
        return text.replaceAll("[\\p{Cntrl}\\s\\p{Z}]+", " ")
                .replaceAll("[\\s.,;:]+$", "")
                .strip();
    }
}
