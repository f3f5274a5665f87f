package dev.upswell.server.registry.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the lifecycle page and the page of tasks; needs a [RegistryPages] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({LifecycleController.class, TasksController.class})
public class RegistryPagesConfiguration {
}
