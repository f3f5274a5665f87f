package dev.upswell.server.trend.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of trends; needs the beans [dev.upswell.server.trend.TrendQuery],
/// [dev.upswell.server.trend.EntityQuery], [dev.upswell.server.trend.page.TrendPages], [dev.upswell.server.trend.MetricComputing] and [dev.upswell.server.store.TenantId], and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({TrendsEndpoint.class, EntityEndpoint.class, MetricsEndpoint.class, TrendFiles.class, CompareEndpoint.class})
public class TrendRestConfiguration {
}
