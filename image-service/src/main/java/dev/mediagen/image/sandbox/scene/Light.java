package dev.mediagen.image.sandbox.scene;

/// Something that shines in the sky. Lengths are shares of the picture's height.
public record Light(double x, double y, double radius) {}
