package dev.upswell.server.quality.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of quality; needs a [dev.upswell.server.quality.Quality] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(QualityResource.class)
public class QualityRestConfiguration {
}
