package dev.mediagen.pronunciation;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Collects what the library calls back with while it speaks one text.
@SuppressWarnings("restricted") // native code is what this is about
final class Recorder {
    /// `espeak_EVENT`: type, identifier, text position, length, audio position, sample, user data, name.
    private static final int EVENT_SIZE = 40;
    private static final int TEXT_POSITION = 8;
    private static final int SAMPLE = 20;
    private static final int NAME = 32;
    private static final int NAME_LENGTH = 8;
    private static final int TERMINATED = 0;
    private static final int WORD = 1;
    private static final int PHONEME = 7;

    private final List<Utterance.Word> words = new ArrayList<>();
    private final List<Utterance.Phone> phones = new ArrayList<>();
    private short[] samples = new short[1 << 15];
    private int length;

    void accept(MemorySegment sound, int count, MemorySegment list) {
        if (count > 0 && sound.address() != 0) {
            if (length + count > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + count));
            }
            MemorySegment.copy(sound.reinterpret(2L * count), JAVA_SHORT, 0, samples, length, count);
            length += count;
        }
        MemorySegment events = list.reinterpret(Long.MAX_VALUE);
        for (long at = 0; events.get(JAVA_INT, at) != TERMINATED; at += EVENT_SIZE) {
            event(events.asSlice(at, EVENT_SIZE));
        }
    }

    private void event(MemorySegment event) {
        int type = event.get(JAVA_INT, 0);
        if (type == WORD) {
            words.add(new Utterance.Word(event.get(JAVA_INT, TEXT_POSITION) - 1, phones.size()));
        } else if (type == PHONEME) {
            byte[] name = event.asSlice(NAME, NAME_LENGTH).toArray(JAVA_BYTE);
            int end = 0;
            while (end < name.length && name[end] != 0) {
                end++;
            }
            String symbol = new String(name, 0, end, StandardCharsets.UTF_8);
            phones.add(new Utterance.Phone(symbol, event.get(JAVA_INT, SAMPLE)));
        }
    }

    Utterance utterance() {
        return new Utterance(Arrays.copyOf(samples, length), List.copyOf(words), List.copyOf(phones));
    }
}
