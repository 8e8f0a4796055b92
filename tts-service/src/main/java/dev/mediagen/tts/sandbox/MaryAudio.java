package dev.mediagen.tts.sandbox;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import marytts.datatypes.MaryData;
import marytts.modules.synthesis.Voice;
import marytts.util.data.audio.AppendableSequenceAudioInputStream;
import marytts.util.data.audio.MaryAudioUtils;

/// In and out of MaryTTS' audio streams.
final class MaryAudio {
    private MaryAudio() {}

    static void prepare(MaryData data, Voice voice) {
        var format = voice.dbAudioFormat();
        data.setAudioFileFormat(new AudioFileFormat(AudioFileFormat.Type.WAVE, format, AudioSystem.NOT_SPECIFIED));
        data.setAudio(new AppendableSequenceAudioInputStream(format, null));
    }

    /// All samples. Reading the stream itself returns after the first piece.
    static short[] samples(MaryData spoken) {
        ((AppendableSequenceAudioInputStream) spoken.getAudio()).doneAppending();
        var values = MaryAudioUtils.getSamplesAsDoubleArray(spoken.getAudio());
        var samples = new short[values.length];
        for (int index = 0; index < values.length; index++)
            samples[index] =
                    (short) Math.clamp(Math.round(values[index] * Short.MAX_VALUE), -Short.MAX_VALUE, Short.MAX_VALUE);
        return samples;
    }
}
