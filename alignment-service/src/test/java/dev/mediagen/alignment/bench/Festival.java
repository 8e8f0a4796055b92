package dev.mediagen.alignment.bench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The `festival` of the system, one process for each sentence.
///
/// @param charset the voice reads
record Festival(String voice, Charset charset) implements Speaker {
    private static final String EDGES = """
            (define (edges words)
              (let ((start nil) (end nil))
                (mapcar (lambda (word)
                    (if (item.relation.daughters word 'SylStructure)
                        (begin (if (not start) (set! start (item.feat word "word_start")))
                               (set! end (item.feat word "word_end")))))
                  words)
                (list start end)))
            (define (tokens token)
              (if token
                  (let ((found (edges (item.daughters token))))
                    (if (car found)
                        (format t "token %%f %%f\\n" (car found) (car (cdr found)))
                        (format t "token - -\\n"))
                    (tokens (item.next token)))))
            (voice_%s)
            (set! said (SynthText "%s"))
            (utt.save.wave said "%s" 'riff)
            (tokens (utt.relation.first said 'Token))
            """;

    @Override
    public List<Spoken> say(String sentence, Path target) throws IOException, InterruptedException {
        Path script = Files.createTempFile("festival", ".scm");
        try {
            Files.writeString(script, EDGES.formatted(voice, sentence, target), charset);
            Process process = new ProcessBuilder("festival", "-b", script.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (process.waitFor() != 0) {
                throw new IOException("festival with voice " + voice + ": " + output.strip());
            }
            return times(output);
        } finally {
            Files.delete(script);
        }
    }

    private static List<Spoken> times(String output) {
        List<Spoken> times = new ArrayList<>();
        output.lines().filter(line -> line.startsWith("token ")).forEach(line -> {
            String[] fields = line.split(" ");
            boolean known = !fields[1].equals("-");
            times.add(
                    known
                            ? new Spoken(Double.parseDouble(fields[1]), Double.parseDouble(fields[2]))
                            : new Spoken(Double.NaN, Double.NaN));
        });
        return times;
    }
}
