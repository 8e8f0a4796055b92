package dev.mediagen.alignment.captions.readalong;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What EPUBCheck has against a file: errors and warnings.
final class Faults extends MasterReport {
    private final List<String> messages = new ArrayList<>();

    static List<String> of(Path epub) {
        Faults faults = new Faults();
        faults.setEpubFileName(epub.toString());
        int code = new EpubCheck(epub.toFile(), faults).doValidate();
        return code == 0 || !faults.messages.isEmpty() ? faults.messages : List.of("code " + code);
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... arguments) {
        if (message.getSeverity() != Severity.INFO
                && message.getSeverity() != Severity.USAGE
                && message.getSeverity() != Severity.SUPPRESSED) {
            messages.add(message.getID() + " " + message.getMessage(arguments) + " " + location);
        }
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) {
        // what is in the file, fault or not
    }

    @Override
    public int generate() {
        return 0;
    }

    @Override
    public void initialize() {
        // nothing to open
    }
}
