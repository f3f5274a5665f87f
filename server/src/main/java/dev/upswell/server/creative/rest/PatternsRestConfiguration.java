package dev.upswell.server.creative.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of patterns; need [dev.upswell.server.creative.Analyses], [dev.upswell.server.creative.PatternRuns],
/// [dev.upswell.server.creative.PatternWorker] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({PatternsResource.class, AnalysesResource.class})
public class PatternsRestConfiguration {
}
