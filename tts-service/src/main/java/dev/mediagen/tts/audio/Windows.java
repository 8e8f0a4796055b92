package dev.mediagen.tts.audio;

import java.util.Arrays;

/// One number per 10 ms; an hour takes 1.4 MB.
final class Windows {
    private float[] values = new float[1_024];
    private int size;

    void add(double value) {
        if (size == values.length) values = Arrays.copyOf(values, 2 * size);
        values[size++] = (float) value;
    }

    double at(int index) {
        return values[index];
    }

    double[] toArray() {
        var all = new double[size];
        for (int index = 0; index < size; index++) all[index] = values[index];
        return all;
    }
}
