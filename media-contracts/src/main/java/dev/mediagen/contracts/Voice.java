package dev.mediagen.contracts;

/// A voice a provider can speak with.
///
/// @param name for people; matched without regard to case
/// @param id the documents' or provider's id; null: known by name but not configured
/// @param type `Custom` or `Standard`; `Account` for one that only the provider account lists
/// @param retired true when the provider no longer lists the id, else null
public record Voice(String name, String id, String type, Boolean retired) {
    public Voice(String name, String id, String type) {
        this(name, id, type, null);
    }
}
