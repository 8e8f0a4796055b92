package dev.mediagen.pronunciation;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Set;
import java.util.TreeSet;

/// libespeak-ng (`speak_lib.h`, 1.50 and newer). The library has one global state: one instance, one thread.
@SuppressWarnings("restricted") // native code is what this is about
final class Espeak {
    private static final int SYNCHRONOUS = 2;
    private static final int PHONEME_EVENTS = 1;
    private static final int CHARACTERS = 1;
    private static final int UTF8 = 1;
    private static final Linker LINKER = Linker.nativeLinker();

    private final Natives natives;
    private final MethodHandle synth;
    private final MethodHandle setVoice;
    private final MethodHandle listVoices;
    private final int sampleRate;
    private Recorder recorder = new Recorder();
    private String voice = "";

    Espeak(Natives natives) {
        this.natives = natives;
        this.synth = function(
                "espeak_Synth",
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
        this.setVoice = function("espeak_SetVoiceByName", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        this.listVoices = function("espeak_ListVoices", FunctionDescriptor.of(ADDRESS, ADDRESS));
        this.sampleRate = initialise();
    }

    private MethodHandle function(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(natives.library().findOrThrow(name), descriptor);
    }

    private int initialise() {
        try {
            MethodHandle initialise = function(
                    "espeak_Initialize", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
            MemorySegment data = natives.data() == null
                    ? MemorySegment.NULL
                    : Arena.global().allocateFrom(natives.data().toString());
            int rate = (int) initialise.invokeExact(SYNCHRONOUS, 0, data, PHONEME_EVENTS);
            if (rate <= 0) {
                throw new IllegalStateException("espeak-ng does not find its data");
            }
            MethodHandle heard = MethodHandles.lookup()
                    .bind(
                            this,
                            "heard",
                            MethodType.methodType(int.class, MemorySegment.class, int.class, MemorySegment.class));
            FunctionDescriptor callback = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
            MethodHandle setCallback = function("espeak_SetSynthCallback", FunctionDescriptor.ofVoid(ADDRESS));
            setCallback.invokeExact(LINKER.upcallStub(heard, callback, Arena.global()));
            return rate;
        } catch (Throwable e) {
            throw new IllegalStateException("espeak-ng cannot be started", e);
        }
    }

    @SuppressWarnings("unused") // called by the library
    private int heard(MemorySegment samples, int count, MemorySegment events) {
        recorder.accept(samples, count, events);
        return 0;
    }

    int sampleRate() {
        return sampleRate;
    }

    /// Language codes of all voices, such as `fi` and `en-us`.
    Set<String> languages() {
        try {
            return languages((MemorySegment) listVoices.invokeExact(MemorySegment.NULL));
        } catch (Throwable e) {
            throw new IllegalStateException("espeak-ng does not list its voices", e);
        }
    }

    private static Set<String> languages(MemorySegment list) {
        Set<String> codes = new TreeSet<>();
        MemorySegment voices = list.reinterpret(Long.MAX_VALUE);
        for (long at = 0; ; at += ADDRESS.byteSize()) {
            MemorySegment entry = voices.get(ADDRESS, at);
            if (entry.address() == 0) {
                return codes;
            }
            // espeak_VOICE: name, then languages as pairs of a priority byte and a string
            MemorySegment pairs = entry.reinterpret(64).get(ADDRESS, ADDRESS.byteSize());
            codes.add(pairs.reinterpret(64).getString(1));
        }
    }

    /// @param language one of [#languages()]
    Utterance say(String language, String text) {
        try (Arena arena = Arena.ofConfined()) {
            if (!language.equals(voice)) {
                if ((int) setVoice.invokeExact(arena.allocateFrom(language)) != 0) {
                    throw new IllegalArgumentException("No voice for " + language);
                }
                voice = language;
            }
            recorder = new Recorder();
            MemorySegment bytes = arena.allocateFrom(text);
            int code = (int) synth.invokeExact(
                    bytes, bytes.byteSize(), 0, CHARACTERS, 0, UTF8, MemorySegment.NULL, MemorySegment.NULL);
            if (code != 0) {
                throw new IllegalStateException("espeak-ng failed with " + code);
            }
            return recorder.utterance();
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("espeak-ng failed", e);
        }
    }
}
