package dev.upswell.server.vigil.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of this slice; needs an [dev.upswell.server.vigil.AlertRules] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(AlertRulesController.class)
public class VigilPagesConfiguration {
}
