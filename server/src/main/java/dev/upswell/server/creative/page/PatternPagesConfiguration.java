package dev.upswell.server.creative.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of patterns; need [dev.upswell.server.creative.Analyses], [dev.upswell.server.creative.PatternRuns],
/// [dev.upswell.server.creative.PatternWorker] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(PatternsController.class)
public class PatternPagesConfiguration {
}
