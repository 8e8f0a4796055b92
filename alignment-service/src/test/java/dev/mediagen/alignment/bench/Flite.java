package dev.mediagen.alignment.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The libflite of the system: its command does not say which sound belongs to which word, its library does.
@SuppressWarnings("restricted")
final class Flite implements Speaker {
    private static final String FIRST = "R:SylStructure.daughter1.daughter1.R:Segment.p.end";
    private static final String LAST = "R:SylStructure.daughtern.daughtern.R:Segment.end";

    private final SymbolLookup library;
    private final SymbolLookup voices;
    private final String voice;

    Flite(String voice) throws IOException {
        try {
            library = SymbolLookup.libraryLookup("libflite.so.1", Arena.global());
            voices = SymbolLookup.libraryLookup("libflite_" + voice + ".so.1", Arena.global());
        } catch (IllegalArgumentException e) {
            throw new IOException("flite: " + e.getMessage(), e);
        }
        this.voice = voice;
    }

    @Override
    public List<Spoken> say(String sentence, Path target) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            integer("flite_init");
            MemorySegment itself = address(voices, "register_" + voice, MemorySegment.NULL);
            MemorySegment said = address(library, "flite_synth_text", arena.allocateFrom(sentence), itself);
            MemorySegment wave = address(library, "utt_wave", said);
            integer("cst_wave_save_riff", wave, arena.allocateFrom(target.toString()));
            MemorySegment tokens = address(library, "utt_relation", said, arena.allocateFrom("Token"));
            List<Spoken> times = new ArrayList<>();
            MemorySegment token = address(library, "relation_head", tokens);
            while (token.address() != 0) {
                times.add(times(arena, token));
                token = address(library, "item_next", token);
            }
            return times;
        }
    }

    private Spoken times(Arena arena, MemorySegment token) throws IOException {
        MemorySegment first = address(library, "item_daughter", token);
        if (first.address() == 0) {
            return new Spoken(Double.NaN, Double.NaN);
        }
        MemorySegment last = address(library, "item_last_daughter", token);
        return new Spoken(number(first, arena.allocateFrom(FIRST)), number(last, arena.allocateFrom(LAST)));
    }

    private MemorySegment address(SymbolLookup where, String name, MemorySegment... arguments) throws IOException {
        return (MemorySegment) call(where, name, ADDRESS, arguments);
    }

    private void integer(String name, MemorySegment... arguments) throws IOException {
        call(library, name, JAVA_INT, arguments);
    }

    private double number(MemorySegment item, MemorySegment feature) throws IOException {
        return (float) call(library, "ffeature_float", JAVA_FLOAT, item, feature);
    }

    private static Object call(SymbolLookup where, String name, MemoryLayout result, MemorySegment... arguments)
            throws IOException {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        Arrays.fill(layouts, ADDRESS);
        try {
            return Linker.nativeLinker()
                    .downcallHandle(where.findOrThrow(name), FunctionDescriptor.of(result, layouts))
                    .invokeWithArguments((Object[]) arguments);
        } catch (Throwable e) {
            throw new IOException("flite: " + name, e);
        }
    }
}
