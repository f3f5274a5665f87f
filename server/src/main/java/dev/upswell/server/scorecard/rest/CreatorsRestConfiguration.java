package dev.upswell.server.scorecard.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of scorecards that are kept; needs [dev.upswell.server.scorecard.Scorecards],
/// [dev.upswell.server.scorecard.Pseudonyms], an `InstantSource` and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({CreatorsResource.class, WeightingsResource.class})
public class CreatorsRestConfiguration {
}
