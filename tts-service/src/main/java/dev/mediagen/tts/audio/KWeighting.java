package dev.mediagen.tts.audio;

/// How loud frequencies are to people: the two filters of ITU-R BS.1770 for 48 kHz.
final class KWeighting {
    private final Biquad shelf =
            new Biquad(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
    private final Biquad highPass = new Biquad(1, -2, 1, -1.99004745483398, 0.99007225036621);

    double of(double sample) {
        return highPass.of(shelf.of(sample));
    }

    private static final class Biquad {
        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double first;
        private double second;

        Biquad(double b0, double b1, double b2, double a1, double a2) {
            this.b0 = b0;
            this.b1 = b1;
            this.b2 = b2;
            this.a1 = a1;
            this.a2 = a2;
        }

        double of(double in) {
            double out = b0 * in + first;
            first = b1 * in - a1 * out + second;
            second = b2 * in - a2 * out;
            return out;
        }
    }
}
