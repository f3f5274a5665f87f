/// REST of the agents: jobs and their cadence, runs, events, notices.
@NullMarked
package dev.upswell.server.agent.rest;

import org.jspecify.annotations.NullMarked;
