package dev.upswell.server.tuning.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.tuning.Tunings] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(TuningResource.class)
public class TuningRestConfiguration {
}
