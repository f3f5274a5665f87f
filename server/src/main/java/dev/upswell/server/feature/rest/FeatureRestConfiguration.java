package dev.upswell.server.feature.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs the beans [dev.upswell.server.feature.FeatureStore] and
/// [dev.upswell.server.store.TenantId], and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({FeaturesEndpoint.class, FeatureSetsEndpoint.class})
public class FeatureRestConfiguration {
}
