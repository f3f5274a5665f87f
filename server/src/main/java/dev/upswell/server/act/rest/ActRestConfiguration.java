package dev.upswell.server.act.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs an [dev.upswell.server.act.Actions] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ActionsResource.class)
public class ActRestConfiguration {
}
