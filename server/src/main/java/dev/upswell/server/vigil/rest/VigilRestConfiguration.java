package dev.upswell.server.vigil.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs an [dev.upswell.server.vigil.AlertRules] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(AlertRulesResource.class)
public class VigilRestConfiguration {
}
