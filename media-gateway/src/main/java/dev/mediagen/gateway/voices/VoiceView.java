package dev.mediagen.gateway.voices;

import java.util.List;

/// A voice that can be asked for.
///
/// @param id null: known, but not configured
/// @param type `Custom` or `Standard`; `Account` for one that only a provider's account lists
/// @param providers who can speak with it
/// @param retired true when its provider no longer lists it, else null
/// @param warnings of a registration, else null
record VoiceView(String name, String id, String type, List<String> providers, Boolean retired, List<String> warnings) {
    VoiceView(String name, String id, String type, List<String> providers, Boolean retired) {
        this(name, id, type, providers, retired, null);
    }

    VoiceView with(List<String> all) {
        return new VoiceView(name, id, type, providers, retired, all);
    }
}
