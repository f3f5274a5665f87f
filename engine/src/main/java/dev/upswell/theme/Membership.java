package dev.upswell.theme;

/// What theme something belongs to, and how alike they are.
///
/// @param likeness −1 to 1
public record Membership(long theme, double likeness) {
}
