package dev.mediagen.alignment.activity;

import dev.mediagen.alignment.Sound;
import dev.mediagen.worker.media.Pcm;
import java.util.ArrayList;
import java.util.List;

/// Where in an audio somebody speaks, by energy, in frames of 10 ms.
public final class SpeechActivity {
    static final double FRAME = 0.01;

    private final double duration;
    private final boolean silent;
    private final List<Interval> segments;
    /// Active frames before a frame.
    private final int[] before;

    private SpeechActivity(boolean[] active, double duration, boolean silent) {
        this.duration = duration;
        this.silent = silent;
        this.before = new int[active.length + 1];
        for (int i = 0; i < active.length; i++) {
            before[i + 1] = before[i] + (active[i] ? 1 : 0);
        }
        this.segments = segments(active, duration);
    }

    public static SpeechActivity of(Pcm audio) {
        Levels levels = new Levels(audio.sampleRate());
        levels.accept(audio.samples());
        return of(levels);
    }

    /// @throws InterruptedException soon after the thread was interrupted
    public static SpeechActivity of(Sound sound) throws InterruptedException {
        Levels levels = new Levels(Sound.SAMPLE_RATE);
        sound.play(levels);
        return of(levels);
    }

    private static SpeechActivity of(Levels levels) {
        boolean[] active = EnergyGate.gate(levels);
        boolean silent = true;
        for (boolean frame : active) {
            silent &= !frame;
        }
        return new SpeechActivity(active, levels.duration(), silent);
    }

    private static List<Interval> segments(boolean[] active, double duration) {
        List<Interval> found = new ArrayList<>();
        for (int i = 0; i < active.length; i++) {
            if (active[i]) {
                int start = i;
                while (i < active.length && active[i]) {
                    i++;
                }
                found.add(new Interval(start * FRAME, Math.min(i * FRAME, duration)));
            }
        }
        return List.copyOf(found);
    }

    /// Seconds of the whole audio.
    public double duration() {
        return duration;
    }

    /// Whether no speech was found at all.
    public boolean silent() {
        return silent;
    }

    /// Stretches of speech in order.
    public List<Interval> segments() {
        return segments;
    }

    /// Seconds of speech between two instants.
    public double speech(double from, double to) {
        int first = frame(from);
        int last = Math.max(first, frame(to));
        return (before[last] - before[first]) * FRAME;
    }

    /// The end of the last speech, or the whole duration when there is none.
    public double end() {
        return segments.isEmpty() ? duration : segments.getLast().end();
    }

    private int frame(double seconds) {
        return Math.clamp(Math.round(seconds / FRAME), 0, before.length - 1);
    }
}
