package dev.upswell.server.agent.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the pages of the agents; needs [AgentPages] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({AgentsController.class, ChannelsController.class, EventsController.class})
public class AgentPagesConfiguration {
}
