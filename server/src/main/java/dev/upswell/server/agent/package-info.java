/// The agents: which jobs there are, when each is due, and that each slot runs once.
///
/// This slice knows none of the capabilities whose work it times: a [dev.upswell.server.agent.Job] is made where all is wired.
@NullMarked
package dev.upswell.server.agent;

import org.jspecify.annotations.NullMarked;
