/// When accounts are to post: a week filled with hours, what becomes of each, and its calendar.
@NullMarked
package dev.upswell.server.plan;

import org.jspecify.annotations.NullMarked;
