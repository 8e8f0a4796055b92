package dev.mediagen.alignment.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;

/// Space, line ends, control and zero-width format characters: nothing to see, nothing to hear.
final class Blank {
    private Blank() {}

    static boolean is(int codePoint) {
        return UCharacter.isUWhiteSpace(codePoint)
                || Character.isISOControl(codePoint)
                || UCharacter.getType(codePoint) == UCharacterCategory.FORMAT;
    }
}
