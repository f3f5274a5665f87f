package dev.upswell.server.weakness.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs an [dev.upswell.server.weakness.ErrorAnalyses] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ErrorsResource.class)
public class WeaknessRestConfiguration {
}
