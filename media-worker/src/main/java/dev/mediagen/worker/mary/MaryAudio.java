package dev.mediagen.worker.mary;

import dev.mediagen.worker.media.Pcm;
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
    static Pcm samples(MaryData spoken) {
        var audio = (AppendableSequenceAudioInputStream) spoken.getAudio();
        audio.doneAppending();
        double[] values = MaryAudioUtils.getSamplesAsDoubleArray(audio);
        float[] samples = new float[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) values[i];
        }
        return new Pcm(samples, Math.round(audio.getFormat().getSampleRate()));
    }
}
