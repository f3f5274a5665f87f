package dev.upswell.server.narrative.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.narrative.Narratives] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(NarrativesResource.class)
public class NarrativeRestConfiguration {
}
