/// Commands about the agents: their jobs and their events.
@NullMarked
package dev.upswell.server.cli.agent;

import org.jspecify.annotations.NullMarked;
