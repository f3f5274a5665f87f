/// The page of narratives, and their section on the pages of entities.
@NullMarked
package dev.upswell.server.narrative.page;

import org.jspecify.annotations.NullMarked;
