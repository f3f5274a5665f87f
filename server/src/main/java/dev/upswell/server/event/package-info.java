/// What happened: the event log, its types, and the roles of the agents that events belong to.
@NullMarked
package dev.upswell.server.event;

import org.jspecify.annotations.NullMarked;
