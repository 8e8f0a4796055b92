package dev.mediagen.alignment.forced;

import dev.mediagen.alignment.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The text as its [Pronouncer] reads it.
///
/// @param phones without pauses, in order
record Reference(Spectrum spectrum, List<Phone> phones) {
    static Reference of(SourceText text, String languageCode, Pronouncer pronouncer)
            throws IOException, InterruptedException {
        Spectrum spectrum = new Spectrum();
        List<Phone> phones = new ArrayList<>();
        long[] samples = {0};
        pronouncer.read(text, languageCode, (speech, spoken) -> {
            Cancellation.check(0);
            double begin = samples[0] / (double) Spectrum.SAMPLE_RATE;
            float[] block = Resampling.to16k(speech);
            spectrum.accept(block);
            samples[0] += block.length;
            spoken.forEach(phone -> phones.add(phone.later(begin)));
        });
        spectrum.finish();
        return new Reference(spectrum, phones);
    }
}
