/// The web shell: layout, assets, texts, guards, query parsing, problem answers and how numbers are written for people.
///
/// Pages live in the slices that own what they show; this slice knows none of them.
@NullMarked
package dev.upswell.server.web;

import org.jspecify.annotations.NullMarked;
