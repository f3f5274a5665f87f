package dev.upswell.server.registry.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.registry.Governance] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({LifecycleResource.class, TasksResource.class})
public class RegistryRestConfiguration {
}
