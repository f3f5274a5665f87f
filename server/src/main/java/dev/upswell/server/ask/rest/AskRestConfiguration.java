package dev.upswell.server.ask.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of questions; need what answers them.
@Configuration(proxyBeanMethods = false)
@Import(AskResource.class)
public class AskRestConfiguration {
}
