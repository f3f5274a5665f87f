/// The agents: which jobs there are, when each is due, that each slot runs once, and what people are told of it.
///
/// This slice knows none of the capabilities whose work it times: a [dev.upswell.server.agent.Job] is made where all is wired.
@NullMarked
package dev.upswell.server.agent;

import org.jspecify.annotations.NullMarked;
