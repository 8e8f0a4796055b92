package dev.mediagen.alignment.forced;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/// Bytes in the arrays that an object holds itself.
final class ObjectSizes {
    private ObjectSizes() {}

    static long of(Object object) throws IllegalAccessException {
        long bytes = 0;
        for (Field field : object.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (!Modifier.isStatic(field.getModifiers())) {
                bytes += switch (field.get(object)) {
                    case short[] values -> 2L * values.length;
                    case float[] values -> 4L * values.length;
                    case null, default -> 0;
                };
            }
        }
        return bytes;
    }
}
