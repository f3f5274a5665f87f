/// Models and tests for few rows with many columns, where some values are missing and some rows have one owner; knows nothing of TikTok.
///
/// Trees, forests and clusters are written here because the tables are tiny: a library's data structures cost more than its arithmetic,
/// and none of those at hand keeps a missing value missing, tells which thresholds a forest uses, and gives the same numbers everywhere.
@NullMarked
package dev.upswell.wide;

import org.jspecify.annotations.NullMarked;
