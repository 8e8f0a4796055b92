package dev.mediagen.tts;

import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;

/// Somebody who can speak a text. One bean per vendor; CDI finds it by this type.
public interface SpeechProvider {
    /// As in configuration and in results, such as `sandbox`.
    String name();

    /// What it can do now.
    ///
    /// @param order its place in the configured order, 0 first
    ProviderCapability capability(int order);

    /// Speaks the text. May take minutes; stops soon after the thread is interrupted.
    ///
    /// @param text exactly as the caller sent it
    /// @param workDir where files may be written
    /// @throws ProviderException with the code that says whether another try makes sense
    Speech speak(SpeechRequested request, String text, Path workDir) throws ProviderException, InterruptedException;
}
