package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.ArtStyle;
import dev.mediagen.image.sandbox.paint.Colour;

/// The colours a style paints the world in, 0xRRGGBB.
public record Palette(
        int skyHigh,
        int skyLow,
        int glow,
        int far,
        int mid,
        int near,
        int water,
        int foliage,
        int stone,
        int accent,
        int second,
        int dark,
        int light) {
    /// @param style null for the abstract
    public static Palette of(ArtStyle style, boolean night) {
        if (style == null)
            return new Palette(
                    0x2E5E8C, 0xF2C9A0, 0xFFE9B8, 0x6E8CA8, 0x4E7A6A, 0x3A5A48, 0x2F6F8F, 0x3F7D4E, 0xC9A68A, 0xE4572E,
                    0xF3A712, 0x1B2233, 0xFFF6E6);
        Palette day = day(style);
        return night ? day.atNight(style) : day;
    }

    private static Palette day(ArtStyle style) {
        return switch (style) {
            case VAN_GOGH ->
                new Palette(
                        0x2A62B8, 0x9CCBD6, 0xFFE27A, 0x4C7FA8, 0x8FA33A, 0xD9A62E, 0x2C7C9E, 0x2F6B3C, 0xE0B865,
                        0xF08A1D, 0xD2452B, 0x14264D, 0xFFF3C4);
            case PICASSO ->
                new Palette(
                        0x3F74A8, 0xE6CD9A, 0xF8E4B0, 0x6E8CA8, 0xC08A48, 0x8A5530, 0x2F6A94, 0x4F7A4A, 0xDBA860,
                        0xC2402A, 0x2A4F86, 0x17151A, 0xF8EEDA);
            case DA_VINCI ->
                new Palette(
                        0xC9B48A, 0xF0E3C2, 0xFAF2DC, 0xA9A482, 0x8C7B52, 0x5E4A2C, 0xA39C78, 0x5A5230, 0xC2A26E,
                        0x8A4B2A, 0x6E6A48, 0x2B1D10, 0xFBF3DE);
            case MONET ->
                new Palette(
                        0x8FB4DE, 0xF6D3C6, 0xFFE9C0, 0x9FA8D4, 0x8EBF9A, 0x6FA66E, 0x7FA8D0, 0x5C9A6C, 0xE2C3C0,
                        0xE79BB5, 0xF7B27E, 0x35507A, 0xFFF6EA);
            case REMBRANDT ->
                new Palette(
                        0x3A2A18, 0xB98A45, 0xF7D58C, 0x5A4528, 0x5C4220, 0x2E1E0E, 0x4A3A20, 0x3B3216, 0xB98A52,
                        0x9C3A20, 0xD9A441, 0x0D0805, 0xFFE9B5);
            case DALI ->
                new Palette(
                        0x2F6FA8, 0xF6D98A, 0xFFF0B5, 0xB08A78, 0xD9A95C, 0xB57B38, 0x4FA5A5, 0x6A7038, 0xC8935A,
                        0xB4482A, 0x3FA79B, 0x2A1A12, 0xFFF4D2);
            case POLLOCK ->
                new Palette(
                        0xE3DAC6, 0xEDE6D6, 0xFFFFFF, 0xB8B4A8, 0x8F8A7C, 0x54504A, 0x2F7F86, 0x55705A, 0xC7BFAE,
                        0xE3B322, 0xB8402A, 0x15140F, 0xF7F3E9);
            case HOKUSAI ->
                new Palette(
                        0x5E8FA8, 0xF1E4C4, 0xF8EFD6, 0x8FA9B5, 0x7F9A78, 0x4F6E52, 0x1F4E86, 0x3F6B4C, 0xD9BE8C,
                        0xC5482E, 0xE6A65A, 0x14284A, 0xFAF3E0);
            case KANDINSKY ->
                new Palette(
                        0x2A4FA8, 0xF3E7C6, 0xFFE04A, 0x6F8FC8, 0x3FA27A, 0xC83A2E, 0x2B6FC0, 0x2F8A5A, 0xE8B23A,
                        0xE2341D, 0xF6C818, 0x15151F, 0xFBF5E4);
            case KLIMT ->
                new Palette(
                        0x6A5418, 0xD9AE3C, 0xFFE07A, 0x9A7A2C, 0x7A6A2A, 0x4A3A18, 0x2F7F7A, 0x3F6B3A, 0xE0B84E,
                        0xD9583A, 0x2FA596, 0x1A120A, 0xFFEBB0);
        };
    }

    private Palette atNight(ArtStyle style) {
        int deep =
                switch (style) {
                    case VAN_GOGH -> 0x12308A;
                    case MONET -> 0x3C4F96;
                    case REMBRANDT, KLIMT -> 0x1A1006;
                    case DA_VINCI -> 0x54452A;
                    case PICASSO -> 0x1E3A5C;
                    default -> 0x14285A;
                };
        return new Palette(
                Colour.mix(skyHigh, deep, 0.85),
                Colour.mix(Colour.mix(skyLow, skyHigh, 0.45), deep, 0.35),
                glow,
                shade(far, deep),
                shade(mid, deep),
                shade(near, deep),
                shade(water, deep),
                shade(foliage, deep),
                shade(stone, deep),
                accent,
                second,
                Colour.mix(dark, deep, 0.2),
                light);
    }

    private static int shade(int rgb, int deep) {
        return Colour.mix(Colour.scale(rgb, 0.72), deep, 0.42);
    }

    /// From dark to light, for whoever paints by tone.
    public int[] tones() {
        return new int[] {dark, near, mid, stone, skyLow, light};
    }

    /// For whoever paints by colour.
    public int[] hues() {
        return new int[] {accent, skyHigh, second, water, foliage, stone, far, glow};
    }
}
