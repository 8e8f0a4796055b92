package dev.mediagen.alignment.forced;

/// Mel power of a sound, made frame by frame when it is asked for, so that an hour need not be in memory more than
/// once.
interface MelRows {
    /// Number of frames.
    int count();

    /// @param row written: [MelFilters#COUNT] powers
    void read(int frame, float[] row);
}
