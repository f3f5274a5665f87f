/// The pages of videos' scores, of slots and of rules.
@NullMarked
package dev.upswell.server.fyp.page;

import org.jspecify.annotations.NullMarked;
