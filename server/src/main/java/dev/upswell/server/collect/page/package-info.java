/// The first-visit and data pages: file drop with preview, sources, imports and quarantine.
@NullMarked
package dev.upswell.server.collect.page;

import org.jspecify.annotations.NullMarked;
