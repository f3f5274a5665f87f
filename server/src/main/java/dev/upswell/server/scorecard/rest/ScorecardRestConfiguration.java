package dev.upswell.server.scorecard.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice that keep nothing; needs a [dev.upswell.server.scorecard.Scoring.Source] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ScorecardResource.class)
public class ScorecardRestConfiguration {
}
