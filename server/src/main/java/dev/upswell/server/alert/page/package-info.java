/// The page of alerts, and how many nobody has seen, for every page.
@NullMarked
package dev.upswell.server.alert.page;

import org.jspecify.annotations.NullMarked;
