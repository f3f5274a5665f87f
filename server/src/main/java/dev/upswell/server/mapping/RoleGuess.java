package dev.upswell.server.mapping;

/// A role that a column may have, how sure that is, and why.
record RoleGuess(ColumnRole role, double confidence, String why) {
}
