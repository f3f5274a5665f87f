package dev.upswell.fyp.rule;

/// Something in a text of rules that cannot be read.
///
/// @param line from 1
/// @param column of its first character in the line, from 1
/// @param what the trouble, and what can be written there
public record RuleProblem(int line, int column, String what) {
}
