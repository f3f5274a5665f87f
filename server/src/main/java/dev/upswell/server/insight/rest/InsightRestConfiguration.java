package dev.upswell.server.insight.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs the beans [dev.upswell.server.insight.ModelInsights],
/// [dev.upswell.server.registry.Governance] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(InsightsResource.class)
public class InsightRestConfiguration {
}
