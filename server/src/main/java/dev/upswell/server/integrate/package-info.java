/// Trackers of others: tasks that are carried to Jira and Trello, and how they stand there.
@NullMarked
package dev.upswell.server.integrate;

import org.jspecify.annotations.NullMarked;
