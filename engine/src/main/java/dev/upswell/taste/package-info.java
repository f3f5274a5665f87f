/// Categories of content, what a person likes of them and why, and queries that follow from it.
///
/// A profile is made only for whoever may be profiled, and says nothing about sensitive traits; every number of it names the items that it
/// comes from.
@NullMarked
package dev.upswell.taste;

import org.jspecify.annotations.NullMarked;
