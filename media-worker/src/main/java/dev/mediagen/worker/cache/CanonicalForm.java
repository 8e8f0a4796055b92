package dev.mediagen.worker.cache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.StagedAsset;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One byte sequence per meaning: names sorted, every value tagged by its type and preceded by its length, so that no
/// two different sets of parameters read the same; texts in NFC, numbers by value.
final class CanonicalForm {
    private final MessageDigest digest;

    private CanonicalForm() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Lower-case hex digest of the canonical form.
    static String sha256(Object value) {
        var form = new CanonicalForm();
        form.write(value);
        return HexFormat.of().formatHex(form.digest.digest());
    }

    private void write(Object value) {
        switch (value) {
            case null -> text('z', "");
            case Boolean flag -> text('b', flag.toString());
            case Number number -> text('n', byValue(number));
            case String text -> text('s', Normalizer.normalize(text, Normalizer.Form.NFC));
            case Enum<?> constant -> text('e', jsonName(constant));
            case StagedAsset object -> write(content(object));
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case Record fields -> map(components(fields));
            default -> throw new IllegalArgumentException("no canonical form of " + value.getClass());
        }
    }

    private void text(char tag, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(tag, bytes.length);
        digest.update(bytes);
    }

    private void head(char tag, int length) {
        digest.update((byte) tag);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }

    private void map(Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((name, value) -> sorted.put((String) name, value));
        head('m', sorted.size());
        sorted.forEach((name, value) -> {
            text('k', name);
            write(value);
        });
    }

    private void list(List<?> list) {
        head('l', list.size());
        list.forEach(this::write);
    }

    /// 1 and 1.0 are one number, and so are 0.0 and -0.0.
    private static String byValue(Number number) {
        String plain = number.toString();
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) return plain;
        }
        return new BigDecimal(plain).stripTrailingZeros().toPlainString();
    }

    private static String jsonName(Enum<?> constant) {
        JsonNode json = ContractJson.mapper().valueToTree(constant);
        return json.asText();
    }

    /// An object is its bytes, whatever its key. One whose bytes are not known is only equal to itself.
    private static List<String> content(StagedAsset object) {
        boolean known = object.sha256() != null && !object.sha256().isBlank();
        return known ? List.of("sha256", object.sha256()) : List.of("key", object.key());
    }

    static Map<String, Object> components(Record fields) {
        var map = new TreeMap<String, Object>();
        Arrays.stream(fields.getClass().getRecordComponents())
                .forEach(component -> map.put(component.getName(), value(fields, component)));
        return map;
    }

    private static Object value(Record fields, RecordComponent component) {
        try {
            return component.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
