package dev.upswell.server.fyp.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs beans of [dev.upswell.server.fyp.VideoScores] and [dev.upswell.server.fyp.NextSteps],
/// and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({ScoresResource.class, RulesResource.class, PlansResource.class})
public class FypRestConfiguration {
}
