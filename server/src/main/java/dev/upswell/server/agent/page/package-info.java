/// The pages of the agents: what they do and when, what happened, what people are told of.
@NullMarked
package dev.upswell.server.agent.page;

import org.jspecify.annotations.NullMarked;
