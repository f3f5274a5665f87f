package dev.upswell.language;

/// A word or two beside each other that say what a text is about.
///
/// @param text folded; two words stand with a blank between them
/// @param weight how much it sets the text apart from others: how often it stands there, times how rare it is elsewhere; more than 0
public record Term(String text, double weight) {
}
