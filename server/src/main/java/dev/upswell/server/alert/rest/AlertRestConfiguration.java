package dev.upswell.server.alert.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs an [dev.upswell.server.alert.Alerts] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(AlertsResource.class)
public class AlertRestConfiguration {
}
