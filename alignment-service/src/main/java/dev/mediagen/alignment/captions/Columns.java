package dev.mediagen.alignment.captions;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;

/// How wide a grapheme cluster is on a screen.
final class Columns {
    private Columns() {}

    static int of(String cluster) {
        if (cluster.isEmpty() || Character.isISOControl(cluster.codePointAt(0))) {
            return 0;
        }
        int width = UCharacter.getIntPropertyValue(cluster.codePointAt(0), UProperty.EAST_ASIAN_WIDTH);
        return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH ? 2 : 1;
    }
}
