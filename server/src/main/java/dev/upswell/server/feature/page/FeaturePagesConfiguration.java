package dev.upswell.server.feature.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the pages on features; needs a [FeaturePages] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(FeaturesController.class)
public class FeaturePagesConfiguration {
}
