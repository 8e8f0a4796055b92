package dev.mediagen.worker.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Made-up sound and the measures taken of what comes back.
final class Signals {
    private static final double CHIRP_SECONDS = 0.04;

    private Signals() {}

    /// A steady 440 Hz tone of a quarter of full scale, with a loud chirp (600 to 3000 Hz) at each given second.
    static Pcm toneWithChirps(double seconds, int sampleRate, double... chirps) {
        float[] samples = tone(seconds, sampleRate, 440, 0.25).samples();
        for (double at : chirps) {
            float[] chirp = chirp(sampleRate);
            int from = (int) Math.round(at * sampleRate);
            for (int i = 0; i < chirp.length; i++) {
                samples[from + i] += 0.6f * chirp[i];
            }
        }
        return new Pcm(samples, sampleRate);
    }

    static Pcm tone(double seconds, int sampleRate, double hertz, double level) {
        float[] samples = new float[(int) Math.round(seconds * sampleRate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (level * Math.sin(2 * Math.PI * hertz * i / sampleRate));
        }
        return new Pcm(samples, sampleRate);
    }

    /// How much later than expected the chirp begins, in seconds, by the peak of the cross-correlation.
    static double shift(Pcm pcm, double expected) {
        float[] chirp = chirp(pcm.sampleRate());
        int centre = (int) Math.round(expected * pcm.sampleRate());
        int reach = pcm.sampleRate() / 5;
        double best = 0;
        int found = Integer.MIN_VALUE;
        for (int lag = -reach; lag <= reach; lag++) {
            double sum = 0;
            for (int i = 0; i < chirp.length; i++) {
                int at = centre + lag + i;
                sum += at < 0 || at >= pcm.samples().length ? 0 : chirp[i] * pcm.samples()[at];
            }
            if (sum > best) {
                best = sum;
                found = lag;
            }
        }
        return found / (double) pcm.sampleRate();
    }

    /// Root mean square between two times, in dB of full scale.
    static double level(Pcm pcm, double from, double to) {
        int first = (int) (from * pcm.sampleRate());
        int last = (int) (to * pcm.sampleRate());
        double sum = 0;
        for (int i = first; i < last; i++) {
            sum += pcm.samples()[i] * (double) pcm.samples()[i];
        }
        return 10 * Math.log10(sum / (last - first));
    }

    /// A WAV file with the same sound on two channels.
    static byte[] stereo(Pcm pcm) {
        int bytes = pcm.samples().length * 4;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 2).putInt(pcm.sampleRate());
        wav.putInt(pcm.sampleRate() * 4).putShort((short) 4).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (float sample : pcm.samples()) {
            short value = (short) (sample * Short.MAX_VALUE);
            wav.putShort(value).putShort(value);
        }
        return wav.array();
    }

    private static float[] chirp(int sampleRate) {
        float[] chirp = new float[(int) (CHIRP_SECONDS * sampleRate)];
        for (int i = 0; i < chirp.length; i++) {
            double t = i / (double) sampleRate;
            double window = Math.sin(Math.PI * i / chirp.length);
            chirp[i] = (float) (window * Math.sin(2 * Math.PI * (600 * t + 2400 * t * t / (2 * CHIRP_SECONDS))));
        }
        return chirp;
    }
}
