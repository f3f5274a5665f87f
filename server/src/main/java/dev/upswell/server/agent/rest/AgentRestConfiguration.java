package dev.upswell.server.agent.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of the agents; needs the beans of this slice and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({AgentsResource.class, EventsResource.class})
public class AgentRestConfiguration {
}
