package dev.upswell.server.tuning.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the page of searches; needs a [dev.upswell.server.tuning.Tunings] bean, the tenant and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(TuningController.class)
public class TuningPagesConfiguration {
}
